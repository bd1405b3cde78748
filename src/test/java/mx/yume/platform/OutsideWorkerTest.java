package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.Superuser;

/** Work outside is done without a transaction and may be repeated; its record and the job's end are one, and happen once. */
class OutsideWorkerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KIND = "test.asked";

    private final PlainYume yume = PlainYume.fresh();
    private final Superuser world = yume.superuser();
    private final Asking asking = new Asking();
    private final OutsideWorker worker = yume.outside(List.of(asking));

    /** Asks nobody, and records an exclamation mark. */
    private static final class Asking implements OutsideJob {

        final List<String> asked = new CopyOnWriteArrayList<>();
        volatile int failures;
        volatile Uni<Void> answer = Uni.createFrom().voidItem();

        @Override
        public Set<String> kinds() {
            return Set.of(KIND);
        }

        @Override
        public Uni<Outcome> work(Job job) {
            asked.add(job.payload());
            if (failures-- > 0) {
                return Uni.createFrom().failure(new IllegalStateException("nobody answers"));
            }
            return answer.replaceWith(renaming("!"));
        }

        @Override
        public Outcome givenUp(Job job, Throwable failure) {
            return renaming("?");
        }

        private static Outcome renaming(String mark) {
            return connection -> connection.query("update organization set name = name || '" + mark
                    + "' where organization_id = '" + SalonLupita.ID + "'").execute().replaceWithVoid();
        }
    }

    @Test
    void whatCameOfItIsRecordedOnceWhoeverWorks() {
        add();
        var other = yume.outside(List.of(asking));
        await(Uni.combine().all().unis(worker.loop().drain(), other.loop().drain()).discardItems());
        assertThat(asking.asked).containsExactly("{\"a\": 1}");
        assertThat(name()).endsWith("Lupita!");
        assertThat(jobs()).isZero();
    }

    @Test
    void theWorkerOfOrdinaryJobsLeavesItAlone() {
        add();
        var ordinary = new JobWorker(yume.the(Database.class), List.of(), List.of(asking),
                yume.the(WorkMetrics.class), yume.clock());
        assertThat(await(ordinary.loop().drain())).isZero();
        assertThat(asking.asked).isEmpty();
        assertThat(world.rows("select attempts, error from job")).containsExactly(List.of("0", "null"));
    }

    @Test
    void aCrashBetweenTheWorkAndItsRecordLetsSomebodyWorkAgainAndTheLateOneChangesNothing() throws Exception {
        add();
        var held = new CompletableFuture<Void>();
        asking.answer = Uni.createFrom().completionStage(held);
        var late = worker.loop().drain().subscribe().asCompletionStage();
        Awaitility.await().until(() -> asking.asked.size() == 1);
        var next = yume.outside(List.of(asking));
        assertThat(await(next.loop().drain())).as("while its lease lasts").isZero();

        world.execute("update job set lease_until = clock_timestamp() - interval '1 second'");
        asking.answer = Uni.createFrom().voidItem();
        assertThat(await(next.loop().drain())).isOne();
        assertThat(name()).endsWith("Lupita!");
        held.complete(null);
        late.get(30, TimeUnit.SECONDS);
        assertThat(name()).as("recorded once").endsWith("Lupita!");
        assertThat(asking.asked).hasSize(2);
        assertThat(jobs()).isZero();
    }

    @Test
    void nobodyHoldsATransactionWhileItAsks() throws Exception {
        add();
        var held = new CompletableFuture<Void>();
        asking.answer = Uni.createFrom().completionStage(held);
        var working = worker.loop().drain().subscribe().asCompletionStage();
        Awaitility.await().until(() -> asking.asked.size() == 1);
        assertThat(world
                .count("""
                        select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'"""))
                .isZero();
        world.execute("update job set error = 'writable' where kind = '" + KIND + "'");
        held.complete(null);
        working.get(30, TimeUnit.SECONDS);
        assertThat(jobs()).isZero();
    }

    @Test
    void aFailureIsTriedAgainLaterAndLeavesNoLease() {
        add();
        asking.failures = 1;
        await(worker.loop().drain());
        await(worker.loop().drain());
        assertThat(asking.asked).as("not before its time").hasSize(1);
        assertThat(world.rows("select attempts, lease_until, error from job"))
                .containsExactly(List.of("1", "null", "java.lang.IllegalStateException: nobody answers"));
        yume.clock().tick(Duration.ofSeconds(2));
        await(worker.loop().drain());
        assertThat(name()).endsWith("Lupita!");
    }

    @Test
    void whatKeepsFailingIsGivenUpOnceAndStaysVisible() {
        add();
        asking.failures = 100;
        for (int attempt = 0; attempt < 12; attempt++) {
            await(worker.loop().drain());
            yume.clock().tick(Duration.ofHours(1));
        }
        assertThat(asking.asked).hasSize(10);
        assertThat(name()).endsWith("Lupita?");
        assertThat(world.rows("select attempts, error from job where failed_at is not null"))
                .containsExactly(List.of("10", "java.lang.IllegalStateException: nobody answers"));
    }

    @Test
    void aRecordThatFailsLeavesTheJobToBeDoneAgain() {
        add();
        var broken = new OutsideJob() {
            @Override
            public Set<String> kinds() {
                return Set.of(KIND);
            }

            @Override
            public Uni<Outcome> work(Job job) {
                return Uni.createFrom().item(connection -> connection.query("select 1 / 0").execute().replaceWithVoid());
            }
        };
        await(yume.outside(List.of(broken)).loop().drain());
        assertThat(jobs()).isOne();
        yume.clock().tick(Duration.ofSeconds(2));
        await(worker.loop().drain());
        assertThat(name()).endsWith("Lupita!");
    }

    private void add() {
        await(yume.the(Database.class).inTenant(SalonLupita.ID,
                connection -> yume.the(Jobs.class).add(connection, SalonLupita.ID, KIND, "{\"a\":1}", "real")));
    }

    private String name() {
        return world.rows("select name from organization where organization_id = '" + SalonLupita.ID + "'").getFirst()
                .getFirst();
    }

    private long jobs() {
        return world.count("select count(*) from job");
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
