package mx.yume.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** Whoever watches Yume sees how long due work has been waiting. */
class QueueLagTest {

    private final PlainYume yume = PlainYume.fresh();
    private final QueueLag lag = yume.the(QueueLag.class);

    @BeforeEach
    void nothingWaits() {
        measure();
    }

    @Test
    void whereNothingIsDueNothingWaits() {
        yume.phone("+525511110001").posts("hola");
        yume.superuser().execute("""
                insert into job (organization_id, id, kind, payload, origin, due_at, created_at)
                values ('%s', gen_random_uuid(), 'test', '{}', 'real', '2030-01-01', now())""".formatted(SalonLupita.ID));
        measure();
        assertThat(waiting("turns")).as("the burst is not over").isZero();
        assertThat(waiting("jobs")).isZero();
        assertThat(waiting("outbox")).isZero();
    }

    @Test
    void theOldestThatIsDueSaysHowLong() {
        yume.phone("+525511110001").posts("hola");
        yume.clock().tick(Duration.ofSeconds(60));
        yume.phone("+525511110002").posts("hola");
        yume.superuser().execute(
                """
                        insert into job (organization_id, id, kind, payload, origin, due_at, failed_at, created_at)
                        select '%1$s', gen_random_uuid(), 'test', '{}', 'real', due, failed, now()
                        from (values (timestamptz '%2$s' - interval '5 seconds', null), (timestamptz '%2$s' - interval '1 day', now())) as jobs (due, failed)"""
                        .formatted(SalonLupita.ID, yume.clock().instant()));
        measure();
        assertThat(waiting("turns")).as("since the burst was over").isEqualTo(58);
        assertThat(waiting("jobs")).as("one that failed for good waits for nobody").isEqualTo(5);
        assertThat(waiting("outbox")).isZero();
        yume.superuser().execute("delete from job");
        yume.settle();
        measure();
        assertThat(waiting("turns")).isZero();
        assertThat(waiting("jobs")).isZero();
    }

    private void measure() {
        assertThat(lag.sweep(yume.clock().instant()).await().atMost(Duration.ofSeconds(10))).as("is no work").isZero();
    }

    private double waiting(String queue) {
        return yume.the(MeterRegistry.class).get("yume.queue.lag").tag("queue", queue).gauge().value();
    }
}
