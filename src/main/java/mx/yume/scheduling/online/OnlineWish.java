package mx.yume.scheduling.online;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.BookingRequest;
import mx.yume.scheduling.SlotQuery;
import mx.yume.scheduling.Terms;
import mx.yume.scheduling.Wanted;

/**
 * What somebody chose on a page, whenever it is to be.
 *
 * @param services in the owner's order
 * @param staff who is to give those of the services that they give; the others whoever is free does
 */
public record OnlineWish(LocationId location, List<ServiceId> services, Optional<StaffId> staff) {

    /** Who looks at what could be had has told no name yet. */
    private static final String NOBODY = "Cliente";

    public OnlineWish {
        services = List.copyOf(services);
    }

    /** The free starts of these days, the last included. */
    public SlotQuery query(Business business, LocalDate from, LocalDate to) {
        return new SlotQuery(location, wanted(business), false, from, to, Terms.ONLINE);
    }

    /** For somebody not known yet: to be looked at, never to be booked. */
    public BookingRequest look(Business business, Instant start) {
        return request(business, Optional.empty(), NOBODY, start);
    }

    BookingRequest request(Business business, Optional<PersonId> customer, String name, Instant start) {
        var zone = business.location(location).map(place -> place.zone()).orElse(ZoneOffset.UTC);
        return new BookingRequest(customer, name, location, wanted(business), false, start.atZone(zone), Terms.ONLINE);
    }

    private List<Wanted> wanted(Business business) {
        var gives = staff.stream().flatMap(member -> services.stream().filter(service -> online(business, member, service)))
                .toList();
        return services.stream()
                .map(service -> new Wanted(service, staff.filter(_ -> gives.isEmpty() || gives.contains(service)))).toList();
    }

    private static boolean online(Business business, StaffId member, ServiceId service) {
        return business.bookableOnline(service).stream().anyMatch(one -> one.id().equals(member));
    }
}
