package mx.yume.assistant.staff.day.visits;

import java.time.ZonedDateTime;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.day.Visits;
import mx.yume.assistant.staff.day.Which;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;

/** Finds the visits that can still be cancelled or moved. */
@ApplicationScoped
class Choosing {

    private static final int DAYS_AHEAD = 60;

    private final Visits visits;

    Choosing(Visits visits) {
        this.visits = visits;
    }

    /** Those that are not over, sorted by start; of an hour without a day, those of the first day that has any. */
    Uni<List<Appointment>> upcoming(StaffAsking asking, Which which) {
        var today = Visits.today(asking);
        var now = asking.turn().localNow();
        return visits.find(asking, which, today, today.plusDays(DAYS_AHEAD), visit -> open(visit, now))
                .map(found -> found.stream().filter(visit -> open(visit, now)).toList())
                .map(found -> which.vague() ? Visits.ownFirst(asking, found) : found)
                .map(found -> which.day().isEmpty() && which.at().isPresent() && !found.isEmpty() ? firstDay(found) : found);
    }

    private static boolean open(Appointment visit, ZonedDateTime now) {
        return (visit.status() == AppointmentStatus.PENDING || visit.status() == AppointmentStatus.CONFIRMED)
                && visit.end().isAfter(now);
    }

    private static List<Appointment> firstDay(List<Appointment> found) {
        var first = found.getFirst().start().toLocalDate();
        return found.stream().filter(visit -> visit.start().toLocalDate().equals(first)).toList();
    }
}
