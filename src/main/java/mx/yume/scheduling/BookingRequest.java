package mx.yume.scheduling;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;

/**
 * What somebody wants to book.
 *
 * @param customer who books; nobody known for some who walk in
 * @param customerName who the visit is for, which may be somebody else than the person who books; 1 to 80 characters, not
 *        blank, no control characters
 * @param services of the visit, in the order they were named
 * @param sideBySide whether several may be given at once, where that can be; otherwise one after the other
 */
public record BookingRequest(Optional<PersonId> customer, String customerName, LocationId location, List<Wanted> services,
        boolean sideBySide, ZonedDateTime start, Terms terms) {

    private static final int LONGEST_NAME = 80;

    public BookingRequest {
        services = List.copyOf(services);
        if (customerName.isBlank() || customerName.codePointCount(0, customerName.length()) > LONGEST_NAME
                || customerName.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Not a customer's name: 1 to 80 characters are needed");
        }
    }

    /** One service, asked for by the customer. */
    public static BookingRequest online(LocationId location, PersonId customer, String customerName, ServiceId service,
            ZonedDateTime start, Optional<StaffId> staff) {
        return new BookingRequest(Optional.of(customer), customerName, location, List.of(new Wanted(service, staff)), false,
                start,
                Terms.ONLINE);
    }
}
