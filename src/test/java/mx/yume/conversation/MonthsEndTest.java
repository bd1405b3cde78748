package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.turn.TurnWorker;
import mx.yume.platform.Database;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

/** Messages lie in partitions by the clock, and clocks are set: none is overlooked. */
class MonthsEndTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone("+525511110001");

    @Test
    void aBurstOverTheEndOfAMonthIsAnsweredAtOnce() {
        yume.settle();
        yume.clock().set(Instant.parse("2027-01-31T23:59:59Z"));
        paty.posts("hola");
        yume.clock().tick(Duration.ofSeconds(1));
        paty.posts("quiero un corte");
        answered();
        assertThat(yume.superuser()
                .rows("""
                        select (select tableoid::regclass::text from inbound_message where received_at = first_received_at),
                               (select tableoid::regclass::text from inbound_message where received_at = last_received_at) from turn"""))
                .containsExactly(List.of("inbound_message_20270101", "inbound_message_20270201"));
    }

    @Test
    void aClockThatIsSetBackWithinABurstLosesNoMessage() {
        paty.posts("hola");
        yume.clock().tick(Duration.ofHours(-2));
        paty.posts("quiero un corte");
        answered();
    }

    @Test
    void aClockThatIsSetBackByDaysWithinABurstLosesNoMessage() {
        paty.posts("hola");
        yume.clock().tick(Duration.ofDays(-3));
        paty.posts("quiero un corte");
        answered();
    }

    @Test
    void whatWaitsForMonthsIsAnsweredInTheEnd() {
        paty.posts("hola");
        yume.clock().tick(Duration.ofDays(100));
        paty.posts("quiero un corte");
        answered();
    }

    /** Whoever looks for it meanwhile has looked up the partitions before there was this one, and the default one is empty after. */
    @Test
    void whatIsMovedIntoItsPartitionWhileATurnBeginsIsAnswered() {
        yume.clock().set(Instant.parse("2031-05-13T16:00:00Z"));
        paty.posts("hola");
        paty.posts("quiero un corte");
        var moved = new CompletableFuture<Void>();
        var release = new CompletableFuture<Void>();
        var moving = yume.the(Database.class).inScope(Database.Scope.SWEEPS, connection -> connection
                .query("select ensure_partition('inbound_message', '2031-05-01T00:00Z', '2031-06-01T00:00Z')").execute()
                .invoke(() -> moved.complete(null)).chain(() -> Uni.createFrom().completionStage(release)))
                .subscribeAsCompletionStage();
        moved.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        yume.clock().tick(Duration.ofSeconds(10));
        var turns = yume.the(TurnWorker.class).loop().drain().subscribeAsCompletionStage();
        await().atMost(PATIENCE).until(() -> yume.superuser().count("""
                select count(*) from pg_locks l join pg_class c on c.oid = l.relation
                where not l.granted and c.relname like 'inbound_message%'""") == 1);
        release.complete(null);
        moving.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        try {
            assertThat(turns.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo(1);
            answered();
        } finally {
            yume.superuser().execute("drop table inbound_message_20310501");
        }
    }

    private void answered() {
        yume.clock().tick(Duration.ofSeconds(10));
        yume.settle();
        assertThat(yume.superuser()
                .rows("select body from inbound_message where turn_id = (select id from turn) order by arrival"))
                .containsExactly(List.of("hola"), List.of("quiero un corte"));
        assertThat(yume.superuser().count("select count(*) from outbox")).isEqualTo(1);
        assertThat(yume.superuser().count("select count(*) from conversation where pending_since is null and due_at is null"))
                .isEqualTo(1);
        assertThat(yume.superuser().count("select count(*) from turn t join turn_trace s on s.turn_id = t.id")).isEqualTo(1);
    }
}
