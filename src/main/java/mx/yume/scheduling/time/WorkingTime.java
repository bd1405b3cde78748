package mx.yume.scheduling.time;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.StaffMember;

/**
 * When a location is open and when somebody works there: its hours and theirs at once, their breaks left out. Hours that touch
 * are one stretch, midnight included.
 */
public final class WorkingTime {

    private WorkingTime() {}

    /** The location's hours, exceptions considered. */
    public static Spans open(Location location, Days days) {
        return hours(location::hoursOn, days);
    }

    /** @param open the location's, for the same days */
    public static Spans of(StaffMember member, Location location, Spans open, Days days) {
        var working = open.and(hours(day -> member.hoursOn(day, location.id()), days));
        return member.breaks().isEmpty() ? working : working.minus(breaks(member, days));
    }

    private static Spans hours(Function<LocalDate, List<Hours>> calendar, Days days) {
        var spans = new SpanList(days.count());
        for (int day = 0; day < days.count(); day++) {
            var hours = calendar.apply(days.date(day));
            for (int at = 0; at < hours.size(); at++) {
                add(spans, days, day, hours.get(at));
            }
        }
        return spans.spans();
    }

    private static Spans breaks(StaffMember member, Days days) {
        var spans = new SpanList(days.count());
        for (int day = 0; day < days.count(); day++) {
            for (var off : member.breaks()) {
                if (off.on(days.date(day))) {
                    add(spans, days, day, off.hours());
                }
            }
        }
        return spans.spans();
    }

    private static void add(SpanList spans, Days days, int day, Hours hours) {
        spans.add(days.second(day, hours.opens()), days.second(hours.crossesMidnight() ? day + 1 : day, hours.closes()));
    }
}
