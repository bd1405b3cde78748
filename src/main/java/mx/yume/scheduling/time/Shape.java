package mx.yume.scheduling.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.platform.TimeRange;

/**
 * What one service takes of whose time, in seconds from its start. The staff member's hands are needed from its start to its
 * end but for {@code restFrom} to {@code restTo}; both are the end if it never rests. Buffers keep staff and spot alike.
 */
public record Shape(long length, long before, long after, long restFrom, long restTo) {

    /** @param length how long it takes whoever gives it; longer than its processing */
    public static Shape of(Service service, Duration length) {
        long end = length.toSeconds();
        return new Shape(end, service.bufferBefore().toSeconds(), service.bufferAfter().toSeconds(),
                service.processing().map(Processing::after).map(Duration::toSeconds).orElse(end),
                service.processing().map(Processing::end).map(Duration::toSeconds).orElse(end));
    }

    private boolean rests() {
        return restFrom < length;
    }

    /** How long hands are needed without a pause. */
    long longestHands() {
        return Math.max(restFrom, length - restTo);
    }

    /** Its time with the buffers around it. */
    public long whole() {
        return before + length + after;
    }

    /** The starts at which all of it lies in the location's hours and the hands in the staff member's. */
    Spans startsIn(Spans open, Spans working) {
        var hands = working.startsFor(0, restFrom);
        return rests() ? hands.and(working.startsFor(restTo, length)).and(open.startsFor(0, length)) : hands;
    }

    /** The starts at which the staff member is free for it. */
    Spans startsWithHands(Spans free) {
        return rests()
                ? free.startsFor(-before, restFrom).and(free.startsFor(restTo, length + after))
                : free.startsFor(-before, length + after);
    }

    /** The starts at which a spot is free for it. */
    Spans startsWithSpot(Spans free) {
        return free.startsFor(-before, length + after);
    }

    /** What it takes of the customer's time. */
    public TimeRange visit(long start) {
        return range(start, 0, length);
    }

    public List<TimeRange> staffBusy(long start) {
        return rests()
                ? List.of(range(start, -before, restFrom), range(start, restTo, length + after))
                : List.of(range(start, -before, length + after));
    }

    public TimeRange spotBusy(long start) {
        return range(start, -before, length + after);
    }

    private static TimeRange range(long start, long from, long to) {
        return new TimeRange(Instant.ofEpochSecond(start + from), Instant.ofEpochSecond(start + to));
    }
}
