package mx.yume.assistant.model.endpoint;

import java.time.Duration;

/** The end of a model turn's time. Measured on the machine's own clock: it is about patience, not about business time. */
public record Deadline(long nanos) {

    public static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    public boolean passed() {
        return left().isZero();
    }
}
