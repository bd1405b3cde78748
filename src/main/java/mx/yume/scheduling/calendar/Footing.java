package mx.yume.scheduling.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.time.Days;
import mx.yume.scheduling.time.Spans;
import mx.yume.scheduling.time.WorkingTime;

/**
 * What a part of an appointment stands on, on its day or days.
 *
 * @param whole from its start to its end
 * @param hands when it needs its staff member
 * @param open the hours of the location, of that day alone
 * @param working those of them in which the staff member works
 * @param skilled whether the staff member is there and gives the service
 * @param seated whether it has the spot it needs
 */
record Footing(TimeRange whole, List<TimeRange> hands, Spans open, Spans working, boolean skilled, boolean seated) {

    static Footing of(Business business, Appointment appointment, Part part) {
        var whole = new TimeRange(part.start().toInstant(), part.end().toInstant());
        var member = business.staffMember(part.staff());
        var location = business.location(appointment.location());
        return new Footing(whole, HandsOn.of(business, part), location.map(place -> open(place, whole)).orElse(Spans.NONE),
                location.flatMap(place -> member.map(one -> working(place, one, whole))).orElse(Spans.NONE),
                member.filter(one -> one.gives(part.service())).isPresent() && business.service(part.service()).isPresent(),
                seated(business, appointment, part));
    }

    private static Spans open(Location location, TimeRange whole) {
        var days = days(location, whole);
        return that(days, WorkingTime.open(location, days));
    }

    private static Spans working(Location location, StaffMember member, TimeRange whole) {
        var days = days(location, whole);
        return that(days, WorkingTime.of(member, location, WorkingTime.open(location, days), days));
    }

    boolean holds() {
        return seated && manned();
    }

    /** Whether the location is open for all of it, and somebody skilled at work whenever hands are needed. */
    boolean manned() {
        return skilled && within(open, whole) && hands.stream().allMatch(hand -> within(working, hand));
    }

    private static boolean within(Spans hours, TimeRange needed) {
        for (int span = 0; span < hours.count(); span++) {
            if (hours.from(span) <= needed.start().getEpochSecond()
                    && !needed.end().isAfter(Instant.ofEpochSecond(hours.to(span)))) {
                return true;
            }
        }
        return false;
    }

    private static Days days(Location location, TimeRange whole) {
        return new Days(location.zone(), LocalDate.ofInstant(whole.start(), location.zone()),
                LocalDate.ofInstant(whole.end(), location.zone()));
    }

    /** Not what is around those days. */
    private static Spans that(Days days, Spans hours) {
        return hours.and(Spans.of(days.begin(), days.end()));
    }

    private static boolean seated(Business business, Appointment appointment, Part part) {
        var kind = business.service(part.service()).flatMap(Service::spotKind);
        var spot = part.spot().flatMap(business::spot).filter(one -> one.location().equals(appointment.location()));
        return part.spot().isEmpty() ? kind.isEmpty()
                : spot.filter(one -> kind.isEmpty() || kind.equals(Optional.of(one.kind()))).isPresent();
    }
}
