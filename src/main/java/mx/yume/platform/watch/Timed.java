package mx.yume.platform.watch;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** How timers are made here: all with the same few buckets, so that quantiles of several instances can be told together. */
public final class Timed {

    private static final Duration[] BUCKETS = {Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofMillis(250),
            Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5),
            Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60)};

    private Timed() {}

    /** @param tags names and values in turn; values are of few, never of somebody */
    public static Timer timer(MeterRegistry registry, String name, String what, String... tags) {
        return Timer.builder(name).description(what).tags(tags).serviceLevelObjectives(BUCKETS).register(registry);
    }
}
