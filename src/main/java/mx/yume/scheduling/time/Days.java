package mx.yume.scheduling.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.LongConsumer;

/**
 * The days of a calendar in one zone, as seconds since the epoch. The rules of the zone are asked once for each change of its
 * clocks; from then on a time of a day is an addition. A wall-clock time that happens twice is taken the first
 * time; one that is skipped is the moment of the jump.
 */
public final class Days {

    private static final int SECONDS = 86_400;
    /** What one day's hours may begin before it, and reach into after it. */
    private static final int BEFORE = 1;
    private static final int AFTER = 2;

    private final LocalDate[] dates;
    private final Offsets offsets;

    /** Both days included; around them those whose hours may reach into what begins then. */
    public Days(ZoneId zone, LocalDate first, LocalDate last) {
        int count = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1 + BEFORE + AFTER;
        dates = new LocalDate[count];
        for (int day = 0; day < count; day++) {
            dates[day] = first.plusDays(day - BEFORE);
        }
        offsets = Offsets.around(zone.getRules(), midnight(0), midnight(count));
    }

    /** As if the wall clock showed UTC. */
    private long midnight(int day) {
        return (dates[0].toEpochDay() + day) * SECONDS;
    }

    /** How many days' hours matter, those around included. */
    int count() {
        return dates.length - 1;
    }

    /** How many days were asked for. */
    int asked() {
        return dates.length - BEFORE - AFTER;
    }

    LocalDate date(int day) {
        return dates[day];
    }

    long second(int day, LocalTime time) {
        return second(day, time.toSecondOfDay());
    }

    private long second(int day, int secondOfDay) {
        return offsets.second(midnight(day) + secondOfDay);
    }

    /** When the first of the days asked for begins. */
    public long begin() {
        return second(BEFORE, 0);
    }

    /** When the last of the days asked for is over. */
    public long end() {
        return second(dates.length - AFTER, 0);
    }

    /** Which of the days asked for it is, counted from zero. */
    int dayOf(long second) {
        int low = BEFORE;
        int high = dates.length - AFTER - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (second(middle, 0) <= second) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low - BEFORE;
    }

    /** That day from midnight to midnight. */
    Spans whole(int day) {
        return Spans.of(second(day + BEFORE, 0), second(day + BEFORE + 1, 0));
    }

    /**
     * Every second within the spans, and within the days asked for, at which the wall clock shows a multiple of the step, in
     * order. On a day of 23 hours the skipped times are missing, on one of 25 the repeated ones come twice.
     */
    public void cells(Spans spans, Duration step, LongConsumer cell) {
        long every = step.toSeconds();
        int span = 0;
        for (int day = BEFORE; day < dates.length - AFTER; day++) {
            long from = second(day, 0);
            long to = second(day + 1, 0);
            span = passed(spans, span, from);
            if (span == spans.count()) {
                return;
            }
            if (spans.from(span) >= to) {
                continue;
            }
            cells(spans, span, day, from, to, every, cell);
        }
    }

    /** A day on which the clocks change has stretches, each with one offset, from which its cells are counted. */
    private void cells(Spans spans, int first, int day, long from, long to, long every, LongConsumer cell) {
        long begin = from;
        for (int stretch = 0; begin < to; stretch++) {
            long end = Math.min(to, offsets.until(stretch));
            if (begin < end) {
                cells(spans, passed(spans, first, begin), begin, end, midnight(day) - offsets.offset(stretch), every, cell);
                begin = end;
            }
        }
    }

    private static int passed(Spans spans, int from, long second) {
        int span = from;
        while (span < spans.count() && spans.to(span) <= second) {
            span++;
        }
        return span;
    }

    /** @param origin what the step is counted from */
    private static void cells(Spans spans, int first, long from, long to, long origin, long every, LongConsumer cell) {
        for (int span = first; span < spans.count() && spans.from(span) < to; span++) {
            long begin = Math.max(from, spans.from(span));
            long end = Math.min(to, spans.to(span));
            for (long at = origin + Math.ceilDiv(begin - origin, every) * every; at < end; at += every) {
                cell.accept(at);
            }
        }
    }
}
