package mx.yume.scheduling.blocks;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.platform.TimeRange;

/** When what comes back every week falls. */
final class Occurrences {

    private Occurrences() {}

    /** Sorted; those that overlap the range. */
    static List<TimeRange> of(Business business, StaffMember member, WeeklyBreak weekly, TimeRange within) {
        var first = LocalDate.ofInstant(within.start(), business.location().zone()).minusDays(2);
        var last = LocalDate.ofInstant(within.end(), business.location().zone()).plusDays(1);
        return first.datesUntil(last.plusDays(1)).filter(weekly::on)
                .flatMap(day -> on(day, weekly, zone(business, member, day)).stream()).filter(within::overlaps).toList();
    }

    private static Optional<TimeRange> on(LocalDate day, WeeklyBreak weekly, ZoneId zone) {
        var hours = weekly.hours();
        return Window.range(day.atTime(hours.opens()),
                (hours.crossesMidnight() ? day.plusDays(1) : day).atTime(hours.closes()), zone);
    }

    /** Of the location where they work that day, or usually. */
    static ZoneId zone(Business business, StaffMember member, LocalDate day) {
        return business.locations().stream().filter(location -> !member.hoursOn(day, location.id()).isEmpty()).findFirst()
                .or(() -> business.locations().stream().filter(place -> member.schedules().containsKey(place.id())).findFirst())
                .map(Location::zone).orElse(business.location().zone());
    }
}
