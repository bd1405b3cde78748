package mx.yume.scheduling.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * The days of a calendar in one zone, as seconds since the epoch. The rules of the zone are asked once for each change of its
 * clocks; on the days in between a time of the day is an addition. A wall-clock time that happens twice is taken the first
 * time; one that is skipped is the moment of the jump.
 */
public final class Days {

    private static final int SECONDS = 86_400;
    /** What one day's hours may begin before it, and reach into after it. */
    private static final int BEFORE = 1;
    private static final int AFTER = 2;

    private final ZoneRules rules;
    private final LocalDate[] dates;
    private final long[] midnights;
    private final boolean[] changing;

    /** Both days included; around them those whose hours may reach into what begins then. */
    public Days(ZoneId zone, LocalDate first, LocalDate last) {
        rules = zone.getRules();
        int count = Math.toIntExact(last.toEpochDay() - first.toEpochDay()) + 1 + BEFORE + AFTER;
        dates = new LocalDate[count];
        midnights = new long[count];
        changing = new boolean[count];
        for (int day = 0; day < count; day++) {
            dates[day] = first.plusDays(day - BEFORE);
        }
        fill();
    }

    /** From two days earlier, since a change may be at the very midnight that the days begin with. */
    private void fill() {
        long firstDay = dates[0].toEpochDay();
        var scan = dates[0].minusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        long offset = rules.getOffset(scan).getTotalSeconds();
        int filled = 0;
        for (var jump = rules.nextTransition(scan); jump != null; jump = rules.nextTransition(jump.getInstant())) {
            int begins = index(jump, true);
            if (begins >= dates.length) {
                break;
            }
            int ends = Math.min(index(jump, false), dates.length - 1);
            filled = fill(filled, Math.max(begins, 0), firstDay, offset);
            Arrays.fill(changing, Math.max(begins, 0), Math.max(ends + 1, 0), true);
            offset = jump.getOffsetAfter().getTotalSeconds();
        }
        fill(filled, dates.length, firstDay, offset);
    }

    private int fill(int from, int to, long firstDay, long offset) {
        for (int day = from; day < to; day++) {
            midnights[day] = (firstDay + day) * SECONDS - offset;
        }
        return Math.max(from, to);
    }

    /** The first or the last day that the change touches. */
    private int index(ZoneOffsetTransition jump, boolean first) {
        long before = jump.getDateTimeBefore().toLocalDate().toEpochDay();
        long after = jump.getDateTimeAfter().toLocalDate().toEpochDay();
        return Math.toIntExact((first ? Math.min(before, after) : Math.max(before, after)) - dates[0].toEpochDay());
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
        if (!changing[day]) {
            return midnights[day] + secondOfDay;
        }
        var wallClock = dates[day].atTime(LocalTime.ofSecondOfDay(secondOfDay));
        var jump = rules.getTransition(wallClock);
        return jump != null && jump.isGap()
                ? jump.toEpochSecond()
                : wallClock.toEpochSecond(rules.getOffset(wallClock));
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
            if (changing[day]) {
                changing(spans, span, from, to, every, cell);
            } else {
                cells(spans, span, from, to, from, every, cell);
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

    /** A day on which the clocks change has stretches, each with one offset. */
    private void changing(Spans spans, int span, long from, long to, long every, LongConsumer cell) {
        long at = from;
        while (at < to) {
            var begins = Instant.ofEpochSecond(at);
            var jump = rules.nextTransition(begins);
            long until = jump != null && jump.toEpochSecond() < to ? jump.toEpochSecond() : to;
            long origin = at - Math.floorMod(at + rules.getOffset(begins).getTotalSeconds(), (long) SECONDS);
            cells(spans, passed(spans, span, at), at, until, origin, every, cell);
            at = until;
        }
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
