package mx.yume.scheduling;

import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.business.StaffId;

/**
 * A start that can be booked.
 *
 * @param start in the location's zone
 * @param staff who could give the service then, never empty
 */
public record Slot(ZonedDateTime start, List<StaffId> staff) {

    public Slot {
        staff = List.copyOf(staff);
    }
}
