package mx.yume.assistant.language;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * One day, or stretch of days, as named.
 *
 * @param byWeekday named by nothing but its weekday: when that is today's and today is over, next week's is meant
 */
record Day(DayReading reading, boolean byWeekday) {

    static Optional<Day> certain(LocalDate day) {
        return Optional.of(new Day(DayReading.of(day), false));
    }

    static Optional<Day> doubtful(LocalDate day) {
        return Optional.of(new Day(new DayReading(day, day, true), false));
    }

    static Optional<Day> weekday(LocalDate day) {
        return Optional.of(new Day(DayReading.of(day), true));
    }

    static Optional<Day> range(LocalDate from, LocalDate to) {
        return Optional.of(new Day(new DayReading(from, to, false), false));
    }

    static Optional<Day> weekendDoubtful(LocalDate saturday) {
        return Optional.of(new Day(new DayReading(saturday, saturday.plusDays(1), true), false));
    }

    /** What is left of a month. */
    static Optional<Day> month(LocalDate first, LocalDate today) {
        return range(first.isBefore(today) ? today : first, first.with(TemporalAdjusters.lastDayOfMonth()));
    }

    boolean single() {
        return reading.from().equals(reading.to());
    }
}
