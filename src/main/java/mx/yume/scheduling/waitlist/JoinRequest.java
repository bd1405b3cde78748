package mx.yume.scheduling.waitlist;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import mx.yume.business.LocationId;
import mx.yume.customers.PersonId;
import mx.yume.scheduling.Wanted;

/**
 * What somebody wants to wait for. Whatever is wrong with it is answered, never thrown.
 *
 * @param customerName who the visit is for
 * @param services of one visit, given one after the other
 * @param from the earliest start, on the location's clocks
 * @param to starts before it, on the location's clocks
 * @param origin {@code real}, {@code simulator}, {@code playground} or {@code demo}
 */
public record JoinRequest(PersonId customer, String customerName, LocationId location, List<Wanted> services,
        LocalDateTime from, LocalDateTime to, String origin) {

    public JoinRequest {
        services = List.copyOf(services);
    }

    /** Any time on these days, both included. */
    public static JoinRequest onDays(PersonId customer, String customerName, LocationId location, List<Wanted> services,
            LocalDate first, LocalDate last, String origin) {
        return new JoinRequest(customer, customerName, location, services, first.atStartOfDay(),
                last.plusDays(1).atStartOfDay(), origin);
    }
}
