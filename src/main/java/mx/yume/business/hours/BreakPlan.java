package mx.yume.business.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import mx.yume.business.Hours;

/**
 * A break that is to come back every week: lunch from Monday to Friday.
 *
 * @param hours on the wall clock of wherever they work that day
 * @param first the first day on which it can fall
 * @param last the last one; without it, for good
 */
public record BreakPlan(Set<DayOfWeek> weekdays, Hours hours, LocalDate first, Optional<LocalDate> last, String reason) {

    public BreakPlan {
        weekdays = Set.copyOf(weekdays);
    }
}
