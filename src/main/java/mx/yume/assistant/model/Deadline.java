package mx.yume.assistant.model;

import java.time.Duration;

/** The end of a model turn's time. Measured on the machine's own clock: it is about patience, not about business time. */
record Deadline(long nanos) {

    static Deadline in(Duration budget) {
        return new Deadline(System.nanoTime() + budget.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean passed() {
        return left().isZero();
    }
}
