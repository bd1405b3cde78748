package mx.yume.scheduling.time;

import java.time.Instant;
import java.util.Arrays;

import mx.yume.platform.TimeRange;

/** Collects stretches of time in any order into {@link Spans}; cheapest when they come nearly sorted. */
public final class SpanList {

    private long[] bounds;
    private int length;

    public SpanList(int expected) {
        bounds = new long[Math.max(2, 2 * expected)];
    }

    /** Parts of a second count as whole ones: what is busy for half a second is busy. */
    public static Spans covering(Iterable<TimeRange> ranges, int expected) {
        var list = new SpanList(expected);
        for (var range : ranges) {
            list.add(range.start().getEpochSecond(), secondsUp(range.end()));
        }
        return list.spans();
    }

    /** The first whole second not before the instant. */
    public static long secondsUp(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }

    /** Empty stretches are passed over; those that touch or overlap become one. */
    public void add(long from, long to) {
        if (from >= to) {
            return;
        }
        if (length == 0 || from > bounds[length - 1]) {
            append(from, to);
        } else if (from >= bounds[length - 2]) {
            bounds[length - 1] = Math.max(bounds[length - 1], to);
        } else {
            insert(from, to);
        }
    }

    public Spans spans() {
        return Spans.sorted(bounds, length);
    }

    private void append(long from, long to) {
        if (length == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * length);
        }
        bounds[length++] = from;
        bounds[length++] = to;
    }

    /** Takes off those that begin later, adds this one, and then them again. */
    private void insert(long from, long to) {
        int keep = length - 2;
        while (keep > 0 && bounds[keep - 2] > from) {
            keep -= 2;
        }
        var later = Arrays.copyOfRange(bounds, keep, length);
        length = keep;
        add(from, to);
        for (int at = 0; at < later.length; at += 2) {
            add(later[at], later[at + 1]);
        }
    }
}
