package mx.yume.scheduling;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * A visit somebody would like to have.
 *
 * @param instead the appointment it would take the place of: that one's own time is not in its way
 */
record Wish(ServiceId service, Instant start, Optional<StaffId> staff, Optional<Appointment> instead) {

    static Wish of(BookingRequest request) {
        return new Wish(request.service(), request.start().toInstant(), request.staff(), Optional.empty());
    }

    /** The same visit with the same person at another time. */
    static Wish moving(Appointment appointment, Instant start) {
        return new Wish(appointment.service(), start, Optional.of(appointment.staff()), Optional.of(appointment));
    }

    /** Times that would be no alternative to this wish. */
    Set<Instant> noAlternatives() {
        var starts = new HashSet<Instant>();
        starts.add(start);
        instead.ifPresent(appointment -> starts.add(appointment.start().toInstant()));
        return starts;
    }
}
