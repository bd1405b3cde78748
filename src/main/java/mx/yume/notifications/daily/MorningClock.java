package mx.yume.notifications.daily;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When the mornings of a place are, on its clock: on days of 23 and 25 hours too. Pure.
 *
 * @param at an hour that a day skips is that much later then
 */
record MorningClock(ZoneId zone, LocalTime at) {

    /** The first after this moment. */
    ZonedDateTime next(Instant now) {
        var today = on(now, 0);
        return today.toInstant().isAfter(now) ? today : on(now, 1);
    }

    /** The last one, this moment included. */
    ZonedDateTime latest(Instant now) {
        var today = on(now, 0);
        return today.toInstant().isAfter(now) ? on(now, -1) : today;
    }

    private ZonedDateTime on(Instant now, int days) {
        return now.atZone(zone).toLocalDate().plusDays(days).atTime(at).atZone(zone);
    }
}
