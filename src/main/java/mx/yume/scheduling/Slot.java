package mx.yume.scheduling;

import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.business.StaffId;

/**
 * A start that can be booked.
 *
 * @param start in the location's zone
 * @param end of the visit that would be booked then, in the location's zone
 * @param staff who could give the first service named then, never empty
 * @param leavesCrumbs whether it would leave a gap too short to sell, at a location that minds
 */
public record Slot(ZonedDateTime start, ZonedDateTime end, List<StaffId> staff, boolean leavesCrumbs) {

    public Slot {
        staff = List.copyOf(staff);
    }
}
