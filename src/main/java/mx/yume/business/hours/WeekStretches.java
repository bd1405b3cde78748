package mx.yume.business.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;

/** A week as one line of minutes, so that what passes midnight needs no special case; what passes Sunday's runs over its end. */
final class WeekStretches {

    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** Minutes since Monday's first, the end not included. */
    private record Stretch(int from, int to, Hours hours) {

        boolean overlaps(Stretch other) {
            return from < other.to && other.from < to;
        }

        Stretch aWeekLater() {
            return new Stretch(from + WEEK, to + WEEK, hours);
        }
    }

    private final List<Stretch> stretches = new ArrayList<>();

    private WeekStretches() {}

    static WeekStretches of(WeeklyHours week) {
        var line = new WeekStretches();
        for (var day : DayOfWeek.values()) {
            int midnight = (day.getValue() - 1) * DAY;
            week.on(day).forEach(hours -> line.add(midnight, hours));
        }
        line.stretches.sort(Comparator.comparingInt(Stretch::from));
        return line;
    }

    static Duration length(Hours hours) {
        return Duration.ofMinutes(minutes(hours));
    }

    private static int minutes(Hours hours) {
        int opens = hours.opens().toSecondOfDay() / 60;
        int closes = hours.closes().toSecondOfDay() / 60;
        return hours.crossesMidnight() ? closes + DAY - opens : closes - opens;
    }

    private void add(int midnight, Hours hours) {
        int from = midnight + hours.opens().toSecondOfDay() / 60;
        stretches.add(new Stretch(from, from + minutes(hours), hours));
    }

    /** Two of them that overlap, Sunday's night and Monday's morning too. */
    Optional<HoursOutcome.Overlapping> overlap() {
        for (int at = 0; at < stretches.size() - 1; at++) {
            if (stretches.get(at).overlaps(stretches.get(at + 1))) {
                return Optional.of(new HoursOutcome.Overlapping(stretches.get(at).hours, stretches.get(at + 1).hours));
            }
        }
        if (stretches.size() > 1 && stretches.getLast().overlaps(stretches.getFirst().aWeekLater())) {
            return Optional.of(new HoursOutcome.Overlapping(stretches.getLast().hours, stretches.getFirst().hours));
        }
        return Optional.empty();
    }

    /** The first of these hours that fall into the others'. */
    Optional<Hours> within(WeekStretches others) {
        return stretches.stream().filter(mine -> others.stretches.stream().anyMatch(other -> mine.overlaps(other)
                || mine.aWeekLater().overlaps(other) || mine.overlaps(other.aWeekLater()))).map(Stretch::hours).findFirst();
    }

    /** From opening to closing without a break, midnight no end of it; zero when there is nothing. */
    Duration longest() {
        int longest = 0;
        int from = 0;
        int to = 0;
        // Twice around, for what runs from Sunday into Monday.
        for (int at = 0; at < stretches.size() * 2; at++) {
            var next = at < stretches.size() ? stretches.get(at) : stretches.get(at - stretches.size()).aWeekLater();
            from = at > 0 && next.from <= to ? from : next.from;
            to = Math.max(at > 0 ? to : 0, next.to);
            longest = Math.max(longest, to - from);
        }
        return Duration.ofMinutes(Math.min(longest, WEEK));
    }
}
