package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The wall-clock times at which appointments may start: multiples of a step counted from local midnight, every day anew. On a
 * day of 23 hours the skipped times are missing, on one of 25 the repeated ones are there twice.
 */
final class Grid {

    /** Seconds with one offset within one day; all their cells are a multiple of the step away from the origin. */
    private record Stretch(long from, long to, long origin) {}

    private final long step;
    private final List<Stretch> stretches = new ArrayList<>();

    /** Both days included. */
    Grid(Duration step, ZoneId zone, LocalDate first, LocalDate last) {
        this.step = step.toSeconds();
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            add(day, zone);
        }
    }

    static boolean has(Instant start, Duration step, ZoneId zone) {
        return start.atZone(zone).toLocalTime().toNanoOfDay() % step.toNanos() == 0;
    }

    private void add(LocalDate day, ZoneId zone) {
        var rules = zone.getRules();
        long midnight = day.toEpochDay() * Duration.ofDays(1).toSeconds();
        var from = day.atStartOfDay(zone).toInstant();
        var end = day.plusDays(1).atStartOfDay(zone).toInstant();
        while (from.isBefore(end)) {
            var jump = rules.nextTransition(from);
            var to = jump != null && jump.getInstant().isBefore(end) ? jump.getInstant() : end;
            stretches.add(new Stretch(from.getEpochSecond(), to.getEpochSecond(),
                    midnight - rules.getOffset(from).getTotalSeconds()));
            from = to;
        }
    }

    /** Every cell within the spans, in order. */
    void cells(List<Span> spans, LongConsumer cell) {
        int at = 0;
        for (var stretch : stretches) {
            while (at < spans.size() && spans.get(at).to() <= stretch.from) {
                at++;
            }
            for (int within = at; within < spans.size() && spans.get(within).from() < stretch.to; within++) {
                cells(stretch, spans.get(within), cell);
            }
        }
    }

    private void cells(Stretch stretch, Span span, LongConsumer cell) {
        long from = Math.max(stretch.from, span.from());
        long to = Math.min(stretch.to, span.to());
        long first = stretch.origin + Math.ceilDiv(from - stretch.origin, step) * step;
        for (long start = first; start < to; start += step) {
            cell.accept(start);
        }
    }
}
