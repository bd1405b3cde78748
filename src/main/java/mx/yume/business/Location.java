package mx.yume.business;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A place where services are given.
 *
 * @param zone decides what "today" is and how times read
 * @param specialDays dates with other hours than the week's, or none
 * @param grid appointments start on multiples of it, counted from local midnight
 * @param minimumNotice customers cannot book sooner than this from now
 * @param horizonDays the last day customers can book is this many days after today
 * @param daysKeptWhole whether offers come first that leave no gap too short to sell
 */
public record Location(LocationId id, String name, String address, ZoneId zone, WeeklyHours hours, SpecialDays specialDays,
        Duration grid, Duration minimumNotice, int horizonDays, boolean daysKeptWhole) {

    /** The hours of one date, its exceptions considered; none when closed. */
    public List<Hours> hoursOn(LocalDate day) {
        return specialDays.on(day).orElseGet(() -> hours.on(day.getDayOfWeek()));
    }
}
