package mx.yume.scheduling;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * Which starts of a visit are wanted.
 *
 * @param services of one visit, in the order they were named; a refusal's business when there are none or too many
 * @param sideBySide whether several may be given at once, where that can be; otherwise one after the other
 * @param from the first day, in the location's calendar
 * @param to the last day, included
 */
public record SlotQuery(LocationId location, List<Wanted> services, boolean sideBySide, LocalDate from, LocalDate to,
        Terms terms) {

    public SlotQuery {
        services = List.copyOf(services);
    }

    /** One service, as a customer may book it. */
    public static SlotQuery online(LocationId location, ServiceId service, LocalDate from, LocalDate to,
            Optional<StaffId> staff) {
        return new SlotQuery(location, List.of(new Wanted(service, staff)), false, from, to, Terms.ONLINE);
    }
}
