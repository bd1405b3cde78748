package mx.yume.web.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.web.page.Ids;
import mx.yume.web.page.Section;

/**
 * What of the schedule is looked at. Whatever an address says that is not there is left out.
 *
 * @param day in the calendar of the location
 * @param status without one, all but the cancelled
 * @param main whether the location is the one that is shown unasked
 */
record Look(Location location, LocalDate day, LocalDate today, View view, Optional<StaffId> person, Optional<ServiceId> service,
        Optional<AppointmentStatus> status, boolean main) {

    static Look of(LookingAt asked, Business business, Location location, LocalDate today) {
        return new Look(location, asked.day.flatMap(Moments::day).orElse(today), today, View.of(asked.view),
                asked.person.flatMap(Ids::parse).map(StaffId::new).flatMap(business::staffMember).map(StaffMember::id),
                asked.service.flatMap(Ids::parse).map(ServiceId::new).flatMap(business::service).map(Service::id),
                asked.status.flatMap(Look::status), location.id().equals(business.location().id()));
    }

    static Optional<AppointmentStatus> status(String word) {
        return Arrays.stream(AppointmentStatus.values()).filter(it -> word(it).equals(word)).findFirst();
    }

    static String word(AppointmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    LocalDate first() {
        return view.first(day);
    }

    /** The day after the last that is shown. */
    LocalDate after() {
        return first().plusDays(view.days());
    }

    /** A night that goes on after midnight belongs to its day. */
    TimeRange range() {
        return new TimeRange(first().atStartOfDay(location.zone()).toInstant(),
                after().atStartOfDay(location.zone()).plusHours(Board.NIGHT_ENDS).toInstant());
    }

    boolean shows(Appointment visit) {
        return status.map(visit.status()::equals).orElse(visit.status() != AppointmentStatus.CANCELLED)
                && service.map(one -> visit.parts().stream().anyMatch(part -> part.service().equals(one))).orElse(true)
                && person.map(one -> visit.parts().stream().anyMatch(part -> part.staff().equals(one))).orElse(true);
    }

    boolean filtered() {
        return person.isPresent() || service.isPresent() || status.isPresent();
    }

    Look at(LocalDate other) {
        return new Look(location, other, today, view, person, service, status, main);
    }

    Look as(View other) {
        return new Look(location, day, today, other, person, service, status, main);
    }

    Look unfiltered() {
        return new Look(location, day, today, view, Optional.empty(), Optional.empty(), Optional.empty(), main);
    }

    /** To be shared, and kept: always with its day. */
    String address() {
        return Section.SCHEDULE.path() + "?" + query();
    }

    String query() {
        return "fecha=" + day + "&vista=" + view.word() + person.map(it -> "&persona=" + it.value()).orElse("")
                + service.map(it -> "&servicio=" + it.value()).orElse("")
                + status.map(it -> "&estado=" + word(it)).orElse("") + place("&");
    }

    /** Which location, where it is not the usual one; empty else. */
    String place(String before) {
        return main ? "" : before + "sucursal=" + location.id().value();
    }
}
