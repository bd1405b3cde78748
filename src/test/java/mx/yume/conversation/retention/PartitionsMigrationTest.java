package mx.yume.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import mx.yume.testing.BareDatabase;
import mx.yume.testing.Superuser;

/** What was written before there were partitions lies in them afterwards, whosever it is, as it was. */
class PartitionsMigrationTest {

    private static final List<String> ORGANIZATIONS = List.of("00000000-0000-0000-0000-00000000000a",
            "00000000-0000-0000-0000-00000000000b");
    private static final String MESSAGES = """
            select organization_id, id, conversation_id, turn_id, arrival, provider, provider_message_id, origin, kind, body, choice_id,
                   raw, received_at, media_url, media_type, transcript
            from inbound_message order by arrival
            """;
    private static final Map<String, List<List<String>>> BEFORE = new TreeMap<>();
    private static Superuser superuser;

    @BeforeAll
    static void migratedFromTheReleaseBefore() {
        var database = BareDatabase.named("yume_partitions_migration");
        superuser = database.superuser();
        database.migrate("3");
        ORGANIZATIONS.forEach(PartitionsMigrationTest::fill);
        BEFORE.put("messages", superuser.rows(MESSAGES));
        BEFORE.put("traces", superuser.rows("""
                select organization_id, id, started_at, trace from turn where status <> 'open' order by 1, 2"""));
        BEFORE.put("answered", superuser.rows("""
                select t.organization_id, t.id, min(m.received_at), max(m.received_at)
                from turn t join inbound_message m on m.turn_id = t.id group by 1, 2 order by 1, 2"""));
        database.migrate("latest");
    }

    @Test
    void everyMessageIsAsItWasInTheMonthInWhichItWasReceived() {
        assertThat(superuser.rows(MESSAGES)).hasSize(8).isEqualTo(BEFORE.get("messages"));
        assertThat(superuser.rows("""
                select distinct tableoid::regclass::text, to_char(received_at at time zone 'UTC', 'YYYY-MM')
                from inbound_message order by 1""")).containsExactly(List.of("inbound_message_20260901", "2026-09"),
                List.of("inbound_message_20261001", "2026-10"), List.of("inbound_message_20261101", "2026-11"));
    }

    @Test
    void everyTraceIsAsItWasOnTheDayOfItsTurn() {
        assertThat(superuser.rows("select organization_id, turn_id, started_at, steps from turn_trace order by 1, 2"))
                .hasSize(4)
                .isEqualTo(BEFORE.get("traces"));
        assertThat(superuser.rows("select distinct tableoid::regclass::text from turn_trace order by 1"))
                .containsExactly(List.of("turn_trace_20261001"), List.of("turn_trace_20261002"));
    }

    @Test
    void everyTurnKnowsWhereItsMessagesLie() {
        assertThat(superuser.rows("""
                select organization_id, id, first_received_at, last_received_at from turn where first_received_at is not null
                order by 1, 2""")).hasSize(6).isEqualTo(BEFORE.get("answered"));
    }

    @Test
    void messagesAreCountedOnFromTheLast() {
        superuser.execute(
                """
                        insert into inbound_message (organization_id, id, conversation_id, provider, provider_message_id, origin, kind, body, raw,
                                                     received_at)
                        values ('%s', gen_random_uuid(), gen_random_uuid(), 'meta', 'x', 'real', 'text', 'new', '', now())"""
                        .formatted(ORGANIZATIONS.getFirst()));
        assertThat(superuser.count("select arrival from inbound_message where body = 'new'"))
                .isEqualTo(superuser.count("select max(arrival) from inbound_message where body <> 'new'") + 1);
        superuser.execute("delete from inbound_message where body = 'new'");
    }

    @Test
    void partitionsAreProtectedAsTheirParentsAndNothingPointsAtThem() {
        assertThat(superuser
                .count("select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid where c.relkind = 'r'"))
                .isEqualTo(3 + 1 + 2 + 1);
        assertThat(superuser.rows("""
                select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
                left join pg_policies mine on mine.tablename = c.relname left join pg_policies its on its.tablename = p.relname
                where c.relkind = 'r' and (not c.relrowsecurity or not c.relforcerowsecurity
                      or not p.relrowsecurity or not p.relforcerowsecurity or its.qual is null
                      or (mine.qual, mine.cmd, mine.roles) is distinct from (its.qual, its.cmd, its.roles))""")).isEmpty();
        assertThat(superuser.count("""
                select count(*) from pg_constraint
                where contype = 'f' and (conrelid in (select relid from pg_partition_tree('inbound_message'))
                    or confrelid in (select relid from pg_partition_tree('inbound_message'))
                    or confrelid in (select relid from pg_partition_tree('turn_trace')))""")).isZero();
    }

    /** Policies are widened for the sweeps; whoever they let through before still comes through. */
    @Test
    void thePoliciesOfWhatIsDeletedLetTheSweepsThroughToo() {
        for (var table : List.of("turn", "outbox", "effect", "inbound_receipt", "unreadable_event", "job", "flow", "handoff")) {
            assertThat(policy(table)).as(table).contains("sweeps").contains("app.organization");
        }
        assertThat(policy("outbox")).contains("claims");
        assertThat(policy("job")).contains("claims");
    }

    private static String policy(String table) {
        return superuser.rows("select qual from pg_policies where tablename = '" + table + "'").getFirst().getFirst();
    }

    /** Two turns that are over, one of them with two messages, and one that is not. */
    private static void fill(String organization) {
        superuser.execute(
                """
                        insert into organization (organization_id, name, slug, created_at)
                            values ('%1$s', 'Salón', 'salon-' || right('%1$s', 1), now());
                        insert into person (organization_id, id, created_at) values ('%1$s', gen_random_uuid(), now());
                        insert into conversation (organization_id, id, person_id, origin, channel, business_address, person_address,
                                                  last_inbound_at, pending_since, due_at)
                            select organization_id, gen_random_uuid(), id, 'real', 'twilio', 'x', 'x', '2026-11-02 10:00Z', '2026-11-02 10:00Z',
                                   '2026-11-02 10:00Z' from person where organization_id = '%1$s';
                        insert into turn (organization_id, id, conversation_id, epoch, status, trace, started_at, finished_at)
                            select organization_id, gen_random_uuid(), id, 1, status, steps::jsonb, started::timestamptz, finished::timestamptz
                            from conversation, (values ('done', '[{"kind": "route"}]', '2026-10-01 00:10Z', '2026-10-01 00:10Z'),
                                                       ('failed', '[]', '2026-10-02 23:59Z', '2026-10-03 00:01Z'),
                                                       ('open', '[]', '2026-11-01 10:00Z', null)) as turns (status, steps, started, finished)
                            where organization_id = '%1$s';
                        insert into inbound_message (organization_id, id, conversation_id, turn_id, provider, provider_message_id, origin, kind,
                                                     body, raw, received_at, media_url, media_type, transcript)
                            select c.organization_id, gen_random_uuid(), c.id, t.id, 'twilio', 'SM' || received, 'real', 'audio', 'hola', 'raw',
                                   received::timestamptz, 'https://example.com', 'audio/ogg', 'hola'
                            from (values ('2026-09-30 23:59Z', 'done'), ('2026-10-01 00:00Z', 'done'), ('2026-10-02 23:58Z', 'failed'),
                                         ('2026-11-01 10:00Z', 'open')) as messages (received, status)
                            join turn t using (status) join conversation c on c.id = t.conversation_id
                            where c.organization_id = '%1$s' order by received"""
                        .formatted(organization));
    }
}
