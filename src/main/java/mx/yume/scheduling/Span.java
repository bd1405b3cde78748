package mx.yume.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import mx.yume.platform.TimeRange;

/**
 * Whole seconds since the epoch, the first included and the last not; never empty. The operations below work on lists that are
 * sorted and disjoint, and take time linear in them: availability is arithmetic on these, without a calendar inside the loops.
 */
record Span(long from, long to) {

    private static final Comparator<Span> BY_START = Comparator.comparingLong(Span::from);

    Span {
        if (from >= to) {
            throw new IllegalArgumentException("A span must end after it starts: " + from + " to " + to);
        }
    }

    /** Parts of a second count as whole ones: what is busy for half a second is busy. */
    static Span covering(TimeRange range) {
        return new Span(range.start().getEpochSecond(), secondsUp(range.end()));
    }

    /** The first whole second not before the instant. */
    static long secondsUp(Instant instant) {
        return instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1;
    }

    boolean contains(long first, long last) {
        return from <= first && last <= to;
    }

    /** Any spans in any order, made sorted and disjoint; those that touch become one. */
    static List<Span> union(List<Span> spans) {
        var sorted = new ArrayList<>(spans);
        sorted.sort(BY_START);
        var merged = new ArrayList<Span>();
        for (var span : sorted) {
            if (!merged.isEmpty() && span.from <= merged.getLast().to) {
                var last = merged.removeLast();
                merged.add(new Span(last.from, Math.max(last.to, span.to)));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    static List<Span> intersection(List<Span> some, List<Span> others) {
        var common = new ArrayList<Span>();
        int one = 0;
        int other = 0;
        while (one < some.size() && other < others.size()) {
            long from = Math.max(some.get(one).from, others.get(other).from);
            long to = Math.min(some.get(one).to, others.get(other).to);
            if (from < to) {
                common.add(new Span(from, to));
            }
            if (some.get(one).to < others.get(other).to) {
                one++;
            } else {
                other++;
            }
        }
        return common;
    }

    /** What the window has left between the taken ones. */
    static List<Span> gaps(List<Span> taken, Span window) {
        var free = new ArrayList<Span>();
        long from = window.from;
        for (var span : taken) {
            if (from < Math.min(span.from, window.to)) {
                free.add(new Span(from, Math.min(span.from, window.to)));
            }
            from = Math.max(from, span.to);
        }
        if (from < window.to) {
            free.add(new Span(from, window.to));
        }
        return free;
    }

    /** The seconds at which something of this length can start and still end within the span. */
    static List<Span> startsFor(long length, List<Span> spans) {
        return spans.stream().filter(span -> span.to - span.from >= length)
                .map(span -> new Span(span.from, span.to - length + 1)).toList();
    }
}
