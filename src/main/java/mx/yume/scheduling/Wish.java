package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.customers.PersonId;

/**
 * A visit somebody would like to have.
 *
 * @param length of its last service, if it is to be another than usual
 * @param instead the appointment it would take the place of: that one's own time is not in its way
 * @param customer whose held times of the waiting list are not in its way
 */
public record Wish(LocationId location, List<Wanted> services, boolean sideBySide, Instant start, Terms terms,
        Optional<Duration> length, Optional<Appointment> instead, Optional<PersonId> customer) {

    public static Wish of(BookingRequest request) {
        return new Wish(request.location(), request.services(), request.sideBySide(), request.start().toInstant(),
                request.terms(), Optional.empty(), Optional.empty(), request.customer());
    }

    /** With the last of these services as long as that. */
    Wish lasting(List<Wanted> inOrder, Duration wanted) {
        return new Wish(location, inOrder, sideBySide, start, terms, Optional.of(wanted), instead, customer);
    }

    /** Whether it begins when the appointment does that it changes. */
    boolean keepsItsStart() {
        return instead.filter(now -> now.start().toInstant().equals(start)).isPresent();
    }

    public Set<ServiceId> serviceIds() {
        return services.stream().map(Wanted::service).collect(Collectors.toSet());
    }

    /** Where the service is given now, to stay there if it is free. */
    public Optional<SpotId> spotNow(ServiceId service) {
        return instead.stream().flatMap(appointment -> appointment.parts().stream())
                .filter(part -> part.service().equals(service)).findFirst().flatMap(Part::spot);
    }

    /** Times that would be no alternative to this wish. */
    public Set<Instant> noAlternatives() {
        var starts = new HashSet<Instant>();
        starts.add(start);
        instead.ifPresent(appointment -> starts.add(appointment.start().toInstant()));
        return starts;
    }
}
