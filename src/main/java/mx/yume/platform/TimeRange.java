package mx.yume.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time, the start included and the end not. Never empty. */
public record TimeRange(Instant start, Instant end) {

    public TimeRange {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A range must end after it starts: " + start + " to " + end);
        }
    }

    public static TimeRange of(Instant start, Duration length) {
        return new TimeRange(start, start.plus(length));
    }

    public boolean overlaps(TimeRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(TimeRange other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** What both have; empty when they only touch. */
    public Optional<TimeRange> intersection(TimeRange other) {
        var from = start.isAfter(other.start) ? start : other.start;
        var to = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(to) ? Optional.of(new TimeRange(from, to)) : Optional.empty();
    }
}
