package mx.yume.web.schedule;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import mx.yume.business.Hours;

/** A stretch of a day in minutes from its midnight, the end not included. */
record Span(int from, int to) {

    private static final int DAY = 24 * 60;

    static Span of(Hours hours) {
        return new Span(minute(hours.opens()), minute(hours.closes()) + (hours.crossesMidnight() ? DAY : 0));
    }

    private static int minute(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    int length() {
        return to - from;
    }

    boolean touches(Span other) {
        return from < other.to && other.from < to;
    }

    /** What is in one of each, sorted. */
    static List<Span> common(List<Span> some, List<Span> others) {
        return some.stream().flatMap(one -> others.stream().filter(one::touches)
                .map(other -> new Span(Math.max(one.from, other.from), Math.min(one.to, other.to))))
                .sorted(Comparator.comparingInt(Span::from)).toList();
    }

    /** What is left of these without what is taken, sorted. */
    static List<Span> without(List<Span> these, List<Span> taken) {
        var left = these;
        for (var gone : taken) {
            var rest = new ArrayList<Span>();
            for (var one : left) {
                if (!one.touches(gone)) {
                    rest.add(one);
                    continue;
                }
                if (one.from < gone.from) {
                    rest.add(new Span(one.from, gone.from));
                }
                if (gone.to < one.to) {
                    rest.add(new Span(gone.to, one.to));
                }
            }
            left = rest;
        }
        return left;
    }

    /** Cut at each multiple of so many minutes. */
    List<Span> cut(int every) {
        var pieces = new ArrayList<Span>();
        for (int at = from; at < to; at = (at / every + 1) * every) {
            pieces.add(new Span(at, Math.min(to, (at / every + 1) * every)));
        }
        return pieces;
    }
}
