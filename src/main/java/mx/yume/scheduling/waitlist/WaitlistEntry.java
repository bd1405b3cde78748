package mx.yume.scheduling.waitlist;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import mx.yume.business.LocationId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Wanted;

/**
 * Somebody who waits for a time.
 *
 * @param services of one visit, in the order they were named
 * @param from the earliest start, in the location's zone
 * @param to starts before it, in the location's zone
 * @param offer the one they think about
 * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}; those of the demo get no offers
 */
public record WaitlistEntry(EntryId id, PersonId customer, String customerName, LocationId location, List<Wanted> services,
        ZonedDateTime from, ZonedDateTime to, EntryStatus status, Optional<Offer> offer, String origin, int version) {

    public WaitlistEntry {
        services = List.copyOf(services);
    }
}
