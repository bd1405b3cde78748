package mx.yume.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleSupplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** What this instance does in the background, for whoever watches it; docs/jobs.md names the metrics. */
@ApplicationScoped
public class WorkMetrics {

    private final MeterRegistry registry;
    private final Clock clock;

    WorkMetrics(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** One sweep: {@code yume.sweep.*}, with how long its next run is overdue. */
    Watch sweep(Sweep sweep) {
        var watch = new Watch("sweep", "sweep", sweep.name());
        gauge("yume.sweep.lag", "how long the next run of this sweep is overdue here", "sweep", sweep.name(),
                () -> watch.overdue(sweep.every()));
        return watch;
    }

    /** One kind of job: {@code yume.job.*}. A label that is called "job" is Prometheus' own, and would be renamed when it is read. */
    Watch job(String kind) {
        return new Watch("job", "kind", kind);
    }

    /** How long the oldest of what is due waits, in seconds: {@code yume.queue.lag}. */
    public void queue(String queue, DoubleSupplier seconds) {
        gauge("yume.queue.lag", "how long the oldest of what is due waits, in the whole installation, measured every 15 s",
                "queue", queue, seconds);
    }

    /** Whether the database answered when it was last asked how late the queues are, 0 or 1: {@code yume.database.up}. */
    public void database(DoubleSupplier reached) {
        Gauge.builder("yume.database.up", reached, DoubleSupplier::getAsDouble)
                .description("1 while this instance reaches its database, asked every 15 s").strongReference(true)
                .register(registry);
    }

    private void gauge(String name, String what, String tag, String which, DoubleSupplier seconds) {
        Gauge.builder(name, seconds, DoubleSupplier::getAsDouble).description(what).tag(tag, which).baseUnit("seconds")
                .strongReference(true).register(registry);
    }

    /** When one kind of work was last done here, how much of it, and how often it failed. */
    final class Watch {

        private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
        private final Counter done;
        private final Counter failures;

        private Watch(String work, String tag, String which) {
            done = counter("yume." + work + ".done", "how much it did", tag, which);
            failures = counter("yume." + work + ".failures", "how often it failed", tag, which);
            gauge("yume." + work + ".last.run", "when it was last begun here, in seconds since 1970; 0 is never", tag, which,
                    this::lastRun);
        }

        private Counter counter(String name, String what, String tag, String which) {
            return Counter.builder(name).description(what).tag(tag, which).register(registry);
        }

        void ran() {
            last.set(clock.instant());
        }

        void did(int pieces) {
            done.increment(pieces);
        }

        void failed() {
            failures.increment();
        }

        /** Seconds since 1970; 0 before the first. */
        private double lastRun() {
            var at = last.get();
            return at == null ? 0 : at.toEpochMilli() / 1000.0;
        }

        private double overdue(Duration every) {
            var at = last.get();
            return at == null ? 0 : Math.max(0, Duration.between(at.plus(every), clock.instant()).toMillis() / 1000.0);
        }
    }
}
