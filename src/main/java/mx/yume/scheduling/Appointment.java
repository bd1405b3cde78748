package mx.yume.scheduling;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.SpanishLists;

/**
 * One visit, of one service or several.
 *
 * @param customer who booked; empty for somebody unknown who walked in
 * @param parts sorted by start, never empty
 * @param start in the zone of the location
 * @param end when the last service ends; buffers lie outside
 * @param price of all parts
 * @param affirmed the customer said that they will come, to this time
 * @param version grows with every change; a change names the version it saw
 */
@RegisterForReflection
public record Appointment(AppointmentId id, Optional<PersonId> customer, String customerName, LocationId location,
        List<Part> parts, ZonedDateTime start, ZonedDateTime end, Money price, AppointmentStatus status, Aftermath aftermath,
        boolean affirmed, int version) {

    public Appointment {
        parts = List.copyOf(parts);
    }

    /** The first service. */
    public ServiceId service() {
        return parts.getFirst().service();
    }

    /** "Corte de cabello", or of several "Corte de cabello y Manicure". */
    public String serviceName() {
        return SpanishLists.all(parts.stream().map(Part::serviceName).toList());
    }

    /** Who gives the first service. */
    public StaffId staff() {
        return parts.getFirst().staff();
    }

    /** "Ana", or of several "Ana y Beto". */
    public String staffName() {
        return SpanishLists.all(parts.stream().map(Part::staffName).distinct().toList());
    }

    /** Where the first service is given. */
    public Optional<SpotId> spot() {
        return parts.getFirst().spot();
    }

    /** The ids of all staff members and spots it takes. */
    public Set<UUID> resources() {
        return parts.stream().flatMap(part -> Stream.concat(Stream.of(part.staff().value()),
                part.spot().stream().map(SpotId::value))).collect(Collectors.toSet());
    }

    /** Whether some of its services are given at once. */
    public boolean sideBySide() {
        for (int later = 1; later < parts.size(); later++) {
            if (parts.get(later).start().isBefore(parts.get(later - 1).end())) {
                return true;
            }
        }
        return false;
    }

    /** Before it begins by anybody; what has begun by the business, until it says how the visit went. */
    public boolean changeableBy(Actor actor, Instant now) {
        return switch (status) {
            case PENDING, CONFIRMED -> actor instanceof Actor.Staff || start.toInstant().isAfter(now);
            case COMPLETED, NO_SHOW, CANCELLED -> false;
        };
    }

    public boolean of(PersonId person) {
        return customer.filter(person::equals).isPresent();
    }

    /** The same instants on the clocks of another zone. */
    public Appointment in(ZoneId zone) {
        var moved = parts.stream().map(part -> new Part(part.service(), part.serviceName(), part.staff(), part.staffName(),
                part.spot(), part.start().withZoneSameInstant(zone), part.end().withZoneSameInstant(zone), part.price()))
                .toList();
        return new Appointment(id, customer, customerName, location, moved, start.withZoneSameInstant(zone),
                end.withZoneSameInstant(zone), price, status, aftermath, affirmed, version);
    }
}
