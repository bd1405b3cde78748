package mx.yume.scheduling.time;

import java.util.Arrays;

/**
 * Stretches of whole seconds since the epoch, each with its first second and without its last; sorted, disjoint, none empty.
 * Every operation takes time linear in the stretches and allocates one array at most: availability is arithmetic on these,
 * without a calendar inside the loops.
 */
public final class Spans {

    public static final Spans NONE = new Spans(new long[0], 0);

    /** First, last, first, last … */
    private final long[] bounds;
    private final int length;

    private Spans(long[] bounds, int length) {
        this.bounds = bounds;
        this.length = length;
    }

    public static Spans of(long from, long to) {
        return from < to ? new Spans(new long[]{from, to}, 2) : NONE;
    }

    /** The first {@code length} of the bounds, which must be sorted and disjoint; the array is not copied. */
    static Spans sorted(long[] bounds, int length) {
        return length == 0 ? NONE : new Spans(bounds, length);
    }

    public int count() {
        return length / 2;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public long from(int span) {
        return bounds[2 * span];
    }

    public long to(int span) {
        return bounds[2 * span + 1];
    }

    /** The longest stretch, in seconds; zero if there is none. */
    public long longest() {
        long longest = 0;
        for (int at = 0; at < length; at += 2) {
            longest = Math.max(longest, bounds[at + 1] - bounds[at]);
        }
        return longest;
    }

    public boolean contains(long second) {
        int span = firstEndingAfter(second);
        return span < count() && from(span) <= second;
    }

    /** The number of the first stretch that is not over by then; {@link #count()} if all are. */
    int firstEndingAfter(long second) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (bounds[2 * middle + 1] <= second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What both have. */
    public Spans and(Spans other) {
        var common = new long[length + other.length];
        int end = 0;
        int one = 0;
        int two = 0;
        while (one < length && two < other.length) {
            long from = Math.max(bounds[one], other.bounds[two]);
            long to = Math.min(bounds[one + 1], other.bounds[two + 1]);
            if (from < to) {
                common[end++] = from;
                common[end++] = to;
            }
            if (bounds[one + 1] < other.bounds[two + 1]) {
                one += 2;
            } else {
                two += 2;
            }
        }
        return sorted(common, end);
    }

    /** What either has; stretches that touch become one. */
    public Spans or(Spans other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        var all = new SpanList(count() + other.count());
        int one = 0;
        int two = 0;
        while (one < length || two < other.length) {
            if (two == other.length || (one < length && bounds[one] <= other.bounds[two])) {
                all.add(bounds[one], bounds[one + 1]);
                one += 2;
            } else {
                all.add(other.bounds[two], other.bounds[two + 1]);
                two += 2;
            }
        }
        return all.spans();
    }

    /** What this has and the other has not. */
    public Spans minus(Spans other) {
        var left = new long[length + other.length];
        int end = 0;
        int taken = 0;
        for (int at = 0; at < length; at += 2) {
            long from = bounds[at];
            long to = bounds[at + 1];
            while (taken < other.length && other.bounds[taken + 1] <= from) {
                taken += 2;
            }
            for (int next = taken; next < other.length && other.bounds[next] < to; next += 2) {
                if (from < other.bounds[next]) {
                    left[end++] = from;
                    left[end++] = other.bounds[next];
                }
                from = other.bounds[next + 1];
            }
            if (from < to) {
                left[end++] = from;
                left[end++] = to;
            }
        }
        return sorted(left, end);
    }

    public Spans shifted(long by) {
        if (by == 0 || isEmpty()) {
            return this;
        }
        var moved = new long[length];
        for (int at = 0; at < length; at++) {
            moved[at] = bounds[at] + by;
        }
        return sorted(moved, length);
    }

    /** The seconds t for which everything from {@code t + first} to {@code t + end} lies within one stretch. */
    public Spans startsFor(long first, long end) {
        var starts = new long[length];
        int last = 0;
        for (int at = 0; at < length; at += 2) {
            if (bounds[at + 1] - bounds[at] >= end - first) {
                starts[last++] = bounds[at] - first;
                starts[last++] = bounds[at + 1] - end + 1;
            }
        }
        return sorted(starts, last);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans
                && Arrays.equals(bounds, 0, length, spans.bounds, 0, spans.length);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(Arrays.copyOf(bounds, length));
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(bounds, length));
    }
}
