package mx.yume.business;

import java.time.Duration;
import java.time.ZoneId;

/**
 * A place where services are given.
 *
 * @param zone decides what "today" is and how times read
 * @param grid appointments start on multiples of it, counted from local midnight
 * @param minimumNotice nothing sooner than this from now can be booked
 * @param horizonDays the last bookable day is this many days after today
 */
public record Location(LocationId id, String name, String address, ZoneId zone, WeeklyHours hours, Duration grid,
        Duration minimumNotice, int horizonDays) {}
