package mx.yume.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Partitions are there before they are needed, hold what row-level security must hold, and go when they are old. */
class PartitionsTest {

    private static final Instant NOW = Instant.parse("2027-01-13T16:00:00Z");
    private static final OrganizationId OTHER = new OrganizationId(new UUID(7, 7));

    private PlainYume yume;
    private Database database;
    private Sweep ahead;
    private Sweep old;

    @BeforeEach
    void aDatabaseWithoutPartitions() {
        yume = PlainYume.beside("yume_partitions");
        database = yume.the(Database.class);
        ahead = new PartitionsAhead(database);
        old = yume.the(OldPartitions.class);
        yume.superuser().rows("""
                select relname from pg_class where relispartition and relkind = 'r' and relname not like '%default'""")
                .forEach(partition -> yume.superuser().execute("drop table " + partition.getFirst()));
        yume.superuser().execute("truncate inbound_message, turn_trace");
    }

    @Test
    void monthsOfMessagesAndDaysOfTracesAreMadeAhead() {
        assertThat(sweep(ahead, NOW)).isEqualTo(4 + 8);
        assertThat(partitions("inbound_message")).containsExactly("inbound_message_20270101", "inbound_message_20270201",
                "inbound_message_20270301", "inbound_message_20270401", "inbound_message_default");
        assertThat(partitions("turn_trace")).hasSize(9).startsWith("turn_trace_20270113", "turn_trace_20270114")
                .contains("turn_trace_20270120").endsWith("turn_trace_default");
        assertThat(sweep(ahead, NOW)).as("there is nothing to do").isZero();
        assertThat(sweep(ahead, NOW.plus(Duration.ofDays(1)))).as("one more day").isEqualTo(1);
    }

    @Test
    void whatHasAPartitionLiesInIt() {
        sweep(ahead, NOW);
        message(SalonLupita.ID, "2027-01-31T23:59:59Z");
        message(SalonLupita.ID, "2027-02-01T00:00:00Z");
        trace("2027-01-14T05:59:59Z");
        assertThat(places("inbound_message")).containsExactly("inbound_message_20270101", "inbound_message_20270201");
        assertThat(places("turn_trace")).containsExactly("turn_trace_20270114");
    }

    @Test
    void nothingIsRefusedForWantOfAPartitionAndItIsMovedThereLater() {
        message(SalonLupita.ID, "2027-01-13T15:00:00Z");
        message(OTHER, "2027-02-13T15:00:00Z");
        message(SalonLupita.ID, "2026-10-31T23:00:00Z");
        trace("2026-12-24T12:00:00Z");
        var before = yume.superuser().rows("select * from inbound_message order by arrival");
        assertThat(places("inbound_message")).containsOnly("inbound_message_default");
        assertThat(sweep(ahead, NOW)).isEqualTo(5 + 9);
        assertThat(places("inbound_message")).containsExactly("inbound_message_20270101", "inbound_message_20270201",
                "inbound_message_20261001");
        assertThat(places("turn_trace")).containsExactly("turn_trace_20261224");
        assertThat(yume.superuser().rows("select * from inbound_message order by arrival")).isEqualTo(before);
        assertThat(sweep(ahead, NOW)).isZero();
    }

    @Test
    void whoeverNamesAPartitionSeesNoMoreThanByItsParent() {
        message(SalonLupita.ID, "2026-11-13T15:00:00Z");
        message(OTHER, "2026-11-14T15:00:00Z");
        sweep(ahead, NOW);
        for (var table : List.of("inbound_message", "inbound_message_20261101")) {
            assertThat(seen(SalonLupita.ID, table)).as(table).isEqualTo(1);
            assertThat(seen(new OrganizationId(new UUID(8, 8)), table)).as(table).isZero();
        }
        assertThat(yume.superuser().rows("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
                left join pg_policies mine on mine.tablename = c.relname left join pg_policies its on its.tablename = p.relname
                where c.relkind = 'r' and (not c.relrowsecurity or not c.relforcerowsecurity
                      or (mine.qual, mine.cmd, mine.roles) is distinct from (its.qual, its.cmd, its.roles))""")).isEmpty();
        assertThatThrownBy(() -> await(database.inTenant(OTHER,
                connection -> connection
                        .query("""
                                insert into inbound_message_20270101 (organization_id, id, conversation_id, provider, provider_message_id, origin,
                                                                      kind, body, raw, received_at)
                                values ('%s', gen_random_uuid(), gen_random_uuid(), 'twilio', 'x', 'real', 'text', '', '', '2027-01-13T00:00:00Z')"""
                                .formatted(SalonLupita.ID))
                        .execute())))
                .isInstanceOf(PgException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void instancesThatMakeThemAtOnceMakeEachOnce() {
        message(SalonLupita.ID, "2027-01-13T15:00:00Z");
        var made = await(Uni.combine().all().unis(ahead.sweep(NOW), new PartitionsAhead(database).sweep(NOW),
                new PartitionsAhead(database).sweep(NOW)).asTuple());
        var rest = sweep(ahead, NOW);
        assertThat(made.getItem1() + made.getItem2() + made.getItem3() + rest).isEqualTo(4 + 8);
        assertThat(partitions("inbound_message")).hasSize(5);
        assertThat(places("inbound_message")).containsExactly("inbound_message_20270101");
    }

    @Test
    void messagesGoAfterTwoYearsAndTracesAfterThirtyDays() {
        message(SalonLupita.ID, "2027-01-31T23:59:59Z");
        message(SalonLupita.ID, "2027-02-01T00:00:00Z");
        trace("2027-01-13T23:59:59Z");
        trace("2027-01-14T00:00:00Z");
        sweep(ahead, NOW);
        assertThat(sweep(old, Instant.parse("2027-02-12T23:59:59Z"))).isZero();
        assertThat(sweep(old, Instant.parse("2027-02-13T00:00:00Z"))).as("the day of a trace").isEqualTo(1);
        assertThat(places("turn_trace")).containsExactly("turn_trace_20270114");
        assertThat(places("inbound_message")).hasSize(2);
        sweep(old, Instant.parse("2029-01-31T23:59:59Z"));
        assertThat(places("inbound_message")).hasSize(2);
        assertThat(sweep(old, Instant.parse("2029-02-01T00:00:00Z"))).as("January").isEqualTo(1);
        assertThat(places("inbound_message")).containsExactly("inbound_message_20270201");
        assertThat(places("turn_trace")).isEmpty();
        assertThat(partitions("turn_trace")).containsExactly("turn_trace_default");
    }

    /** Whoever reads goes on reading, whoever writes goes on writing: it is the sweep that gives way. */
    @Test
    void aPartitionThatIsInUseIsDroppedTheNextTime() {
        message(SalonLupita.ID, "2027-01-13T15:00:00Z");
        sweep(ahead, NOW);
        var reading = new CompletableFuture<Void>();
        var begun = new CompletableFuture<Void>();
        var reader = database.inTenant(SalonLupita.ID, connection -> connection.query("select from inbound_message").execute()
                .invoke(() -> begun.complete(null)).chain(() -> Uni.createFrom().completionStage(reading))).subscribe()
                .asCompletionStage();
        begun.join();
        var later = Instant.parse("2029-02-01T00:00:00Z");
        assertThatThrownBy(() -> sweep(old, later)).isInstanceOf(PgException.class).hasMessageContaining("lock timeout");
        message(SalonLupita.ID, "2027-01-13T16:00:00Z");
        assertThat(places("inbound_message")).hasSize(2);
        reading.complete(null);
        reader.join();
        assertThat(sweep(old, later)).isPositive();
        assertThat(places("inbound_message")).isEmpty();
    }

    private List<String> partitions(String table) {
        return yume.superuser().rows("select inhrelid::regclass::text from pg_inherits where inhparent = '" + table
                + "'::regclass order by 1").stream().map(List::getFirst).toList();
    }

    /** In which partition each row lies. */
    private List<String> places(String table) {
        var order = table.equals("turn_trace") ? "started_at" : "arrival";
        return yume.superuser().rows("select tableoid::regclass::text from " + table + " order by " + order).stream()
                .map(List::getFirst).toList();
    }

    private int seen(OrganizationId organization, String table) {
        return await(database.inTenant(organization, connection -> connection.query("select from " + table).execute())).size();
    }

    private void message(OrganizationId organization, String receivedAt) {
        await(database.inTenant(organization,
                connection -> connection
                        .query("""
                                insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind, body,
                                                             raw, received_at)
                                values ('%s', gen_random_uuid(), gen_random_uuid(), 'twilio', 'x', 'real', 'text', 'hola', '', '%s')"""
                                .formatted(organization, receivedAt))
                        .execute()));
    }

    private void trace(String startedAt) {
        await(database.inTenant(SalonLupita.ID, connection -> connection.query("""
                insert into turn_trace (organization_id, turn_id, started_at, steps)
                values ('%s', gen_random_uuid(), '%s', '[]')""".formatted(SalonLupita.ID, startedAt)).execute()));
    }

    private static int sweep(Sweep sweep, Instant now) {
        return await(sweep.sweep(now));
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
