package mx.yume.scheduling;

import java.time.ZonedDateTime;
import java.util.Optional;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;

/**
 * What somebody wants to book.
 *
 * @param staff who must give it; without a preference anyone free who can
 * @param customerName who the visit is for, which may be somebody else than the person who books; 1 to 80 characters, not
 *        blank, no control characters
 */
public record BookingRequest(PersonId customer, String customerName, ServiceId service, ZonedDateTime start,
        Optional<StaffId> staff) {

    private static final int LONGEST_NAME = 80;

    public BookingRequest {
        if (customerName.isBlank() || customerName.codePointCount(0, customerName.length()) > LONGEST_NAME
                || customerName.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("Not a customer's name: 1 to 80 characters are needed");
        }
    }
}
