package mx.yume.scheduling.attendance;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.Sweep;

/** Closes visits every hour. */
@ApplicationScoped
class ClosingTime implements Sweep {

    private static final Duration EVERY = Duration.ofHours(1);

    private final Closing closing;

    ClosingTime(Closing closing) {
        this.closing = closing;
    }

    @Override
    public String name() {
        return "closing-time";
    }

    @Override
    public String purpose() {
        return "closes visits that can neither be rated nor disputed any more";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Integer> sweep(Instant now) {
        return closing.sweep(now);
    }
}
