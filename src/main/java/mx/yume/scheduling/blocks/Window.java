package mx.yume.scheduling.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.blocks.BlockRefusal.EndsBeforeItStarts;
import mx.yume.scheduling.blocks.BlockRefusal.InThePast;
import mx.yume.scheduling.blocks.BlockRefusal.UnknownLocation;

/** Which instants somebody's words mean on the clocks of a location, or why none. Pure. */
sealed interface Window {

    LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    LocalDate LATEST = LocalDate.of(9000, 1, 1);

    record Not(BlockRefusal why) implements Window {}

    /** It may have begun, but is not over. */
    record Open(TimeRange range, ZoneId zone) implements Window {

        boolean longerThan(int days) {
            return range.start().atZone(zone).plusDays(days).toInstant().isBefore(range.end());
        }
    }

    static Window of(Business business, When.Once once, Instant now) {
        return business.location(once.location()).map(location -> of(location, once, now))
                .orElse(new Not(new UnknownLocation()));
    }

    private static Window of(Location location, When.Once once, Instant now) {
        var range = range(location, once);
        if (range.isEmpty()) {
            return new Not(new EndsBeforeItStarts());
        }
        return range.get().end().isAfter(now) ? new Open(range.get(), location.zone()) : new Not(new InThePast());
    }

    /** Empty when it would end before it starts, or lies beyond all calendars. */
    private static Optional<TimeRange> range(Location location, When.Once once) {
        return switch (once) {
            case When.Stretch stretch -> range(stretch.from(), stretch.to(), location.zone());
            case When.WholeDays days -> range(beginning(location, sane(days.first())),
                    beginning(location, sane(days.last()).plusDays(1)), location.zone());
        };
    }

    /** The nearest date that anybody can mean, and every calendar can hold. */
    static LocalDate sane(LocalDate day) {
        return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
    }

    /** Midnight, or when the night before is over. */
    private static LocalDateTime beginning(Location location, LocalDate day) {
        return location.hoursOn(day.minusDays(1)).stream().filter(Hours::crossesMidnight).map(Hours::closes)
                .max(LocalTime::compareTo).map(day::atTime).orElseGet(day::atStartOfDay);
    }

    /** A time that the clocks skip is the moment of the jump; one that happens twice is taken the first time. */
    static Optional<TimeRange> range(LocalDateTime from, LocalDateTime to, ZoneId zone) {
        var start = instant(sane(from.toLocalDate()).atTime(from.toLocalTime()), zone);
        var end = instant(sane(to.toLocalDate()).atTime(to.toLocalTime()), zone);
        return start.isBefore(end) && from.toLocalDate().isBefore(LATEST) ? Optional.of(new TimeRange(start, end))
                : Optional.empty();
    }

    private static Instant instant(LocalDateTime wallClock, ZoneId zone) {
        var transition = zone.getRules().getTransition(wallClock);
        return transition != null && transition.isGap() ? transition.getInstant() : wallClock.atZone(zone).toInstant();
    }
}
