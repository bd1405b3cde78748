package mx.yume.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A time of the week at which somebody does not work although their hours say so: lunch, school run, English class.
 *
 * @param hours on the wall clock of the location where they work that day
 * @param first the first day on which it can fall
 * @param last the last one; without it, for good
 */
public record WeeklyBreak(BreakId id, DayOfWeek weekday, Hours hours, LocalDate first, Optional<LocalDate> last,
        String reason) {

    /** Whether it begins on this day. */
    public boolean on(LocalDate day) {
        return day.getDayOfWeek() == weekday && !day.isBefore(first) && last.filter(day::isAfter).isEmpty();
    }
}
