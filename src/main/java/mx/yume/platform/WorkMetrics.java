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
        var watch = new Watch("sweep", sweep.name());
        gauge("yume.sweep.lag", "sweep", sweep.name(), () -> watch.overdue(sweep.every()));
        return watch;
    }

    /** One kind of job: {@code yume.job.*}. */
    Watch job(String kind) {
        return new Watch("job", kind);
    }

    /** How long the oldest of what is due waits, in seconds: {@code yume.queue.lag}. */
    public void queue(String queue, DoubleSupplier seconds) {
        gauge("yume.queue.lag", "queue", queue, seconds);
    }

    private void gauge(String name, String kind, String which, DoubleSupplier seconds) {
        Gauge.builder(name, seconds, DoubleSupplier::getAsDouble).tag(kind, which).baseUnit("seconds")
                .strongReference(true).register(registry);
    }

    /** When one kind of work was last done here, how much of it, and how often it failed. */
    final class Watch {

        private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
        private final Counter done;
        private final Counter failures;

        private Watch(String kind, String which) {
            done = registry.counter("yume." + kind + ".done", kind, which);
            failures = registry.counter("yume." + kind + ".failures", kind, which);
            gauge("yume." + kind + ".last.run", kind, which, this::lastRun);
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
