package mx.yume.scheduling;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;

/**
 * Somebody who stands at the counter.
 *
 * @param services in the order they were named
 * @param name who it is for; without one {@value #NAMELESS}
 * @param staff who should give all of it; without a preference anyone free who can
 * @param location without one the main one
 * @param start without one this minute
 */
public record WalkIn(List<ServiceId> services, Optional<PersonId> customer, Optional<String> name, Optional<StaffId> staff,
        Optional<LocationId> location, Optional<ZonedDateTime> start) {

    public static final String NAMELESS = "Cliente sin cita";

    private static final int LONGEST_NAME = 80;

    public WalkIn {
        services = List.copyOf(services);
    }

    /** Somebody unknown, now. */
    public static WalkIn now(ServiceId... services) {
        return new WalkIn(List.of(services), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** The same for somebody who is known. */
    public WalkIn of(PersonId person) {
        return new WalkIn(services, Optional.of(person), name, staff, location, start);
    }

    BookingRequest request(Location main, Instant now) {
        var wanted = services.stream().map(service -> new Wanted(service, staff)).toList();
        return new BookingRequest(customer, called(), location.orElse(main.id()), wanted, false,
                start.orElseGet(() -> now.truncatedTo(ChronoUnit.MINUTES).atZone(main.zone())), Terms.COUNTER);
    }

    /** What cannot be a name is left out of it: somebody is waiting. */
    private String called() {
        var clean = name.orElse("").replaceAll("\\p{Cc}+", " ").strip();
        var called = clean.codePoints().limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        return called.isEmpty() ? NAMELESS : called;
    }
}
