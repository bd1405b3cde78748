package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.World;

/** A job is done exactly once, in one transaction with what it does. */
@QuarkusTest
class JobWorkerTest {

    @Inject
    World world;
    @Inject
    SettableClock clock;
    @Inject
    Database database;
    @Inject
    Jobs jobs;
    @Inject
    WorkMetrics metrics;

    /** Writes its trace into the database, and fails as often as it is told to. */
    private static final class Renaming implements JobHandler {

        final List<String> seen = Collections.synchronizedList(new ArrayList<>());
        int failures;

        @Override
        public Set<String> kinds() {
            return Set.of("test.happened");
        }

        @Override
        public synchronized Uni<Void> handle(SqlConnection connection, Job job) {
            seen.add(job.payload());
            Uni<Void> renamed = connection.query("update organization set name = name || '!' where organization_id = '"
                    + job.organization() + "'").execute().replaceWithVoid();
            return failures-- > 0 ? renamed.chain(() -> Uni.createFrom().failure(new IllegalStateException("not yet")))
                    : renamed;
        }
    }

    private final Renaming handler = new Renaming();
    private JobWorker worker;

    @BeforeEach
    void freshWorld() {
        world.fresh();
        worker = new JobWorker(database, List.of(handler), List.of(), metrics, clock);
    }

    @Test
    void aJobIsDoneOnceWhoeverWorks() {
        add("test.happened");
        var other = new JobWorker(database, List.of(handler), List.of(), metrics, clock);
        await(Uni.combine().all().unis(worker.loop().drain(), other.loop().drain()).discardItems());
        assertThat(handler.seen).containsExactly("{\"a\": 1}");
        assertThat(name()).endsWith("Lupita!");
        assertThat(world.count("select count(*) from job")).isZero();
    }

    @Test
    void aFailedTryLeavesNothingAndIsTriedAgainLater() {
        add("test.happened");
        handler.failures = 1;
        await(worker.loop().drain());
        assertThat(name()).endsWith("Lupita");
        await(worker.loop().drain());
        assertThat(handler.seen).as("not before its time").hasSize(1);
        clock.tick(Duration.ofSeconds(2));
        await(worker.loop().drain());
        assertThat(name()).endsWith("Lupita!");
        assertThat(world.count("select count(*) from job")).isZero();
    }

    @Test
    void whatKeepsFailingStaysVisible() {
        add("test.happened");
        handler.failures = 100;
        for (int attempt = 0; attempt < 12; attempt++) {
            await(worker.loop().drain());
            clock.tick(Duration.ofHours(1));
        }
        assertThat(handler.seen).hasSize(10);
        assertThat(world.rows("select attempts, error from job where failed_at is not null"))
                .containsExactly(List.of("10", "java.lang.IllegalStateException: not yet"));
    }

    @Test
    void eachKindReportsWhenItWasWorkedOnWhatWasDoneAndHowOftenItFailed() {
        var meters = new SimpleMeterRegistry();
        worker = new JobWorker(database, List.of(handler), List.of(), new WorkMetrics(meters, clock), clock);
        add("test.happened");
        handler.failures = 1;
        await(worker.loop().drain());
        assertThat(meters.get("yume.job.failures").tag("kind", "test.happened").counter().count()).isEqualTo(1);
        assertThat(meters.get("yume.job.done").tag("kind", "test.happened").counter().count()).isZero();
        clock.tick(Duration.ofSeconds(2));
        await(worker.loop().drain());
        assertThat(meters.get("yume.job.failures").tag("kind", "test.happened").counter().count()).isEqualTo(1);
        assertThat(meters.get("yume.job.done").tag("kind", "test.happened").counter().count()).isEqualTo(1);
        assertThat(meters.get("yume.job.last.run").tag("kind", "test.happened").gauge().value())
                .isEqualTo((double) clock.instant().getEpochSecond());
    }

    @Test
    void aKindThatNobodyHandlesIsNotLost() {
        add("test.unheard");
        await(worker.loop().drain());
        assertThat(world.rows("select error from job").getFirst().getFirst())
                .contains("Nobody handles jobs of kind test.unheard");
    }

    @Test
    void aRolledBackFactHasNoJob() {
        var failing = database.<Void>inTenant(SalonLupita.ID,
                connection -> jobs.add(connection, SalonLupita.ID, "test.happened", "{}", "real")
                        .chain(() -> Uni.createFrom().failure(new IllegalStateException("rolled back"))));
        assertThat(await(failing.onFailure().recoverWithNull().replaceWith(true))).isTrue();
        assertThat(world.count("select count(*) from job")).isZero();
    }

    private void add(String kind) {
        await(database.inTenant(SalonLupita.ID, connection -> jobs.add(connection, SalonLupita.ID, kind, "{\"a\":1}", "real")));
    }

    private String name() {
        return world.rows("select name from organization where organization_id = '" + SalonLupita.ID + "'").getFirst()
                .getFirst();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
