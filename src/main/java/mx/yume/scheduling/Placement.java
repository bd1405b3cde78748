package mx.yume.scheduling;

import java.util.Optional;

import mx.yume.business.Service;
import mx.yume.business.Spot;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;

/** Whether and where a visit fits. */
sealed interface Placement {

    /**
     * Whose visit it would be, and where.
     *
     * @param visit what the customer is told
     * @param occupied the visit and the buffer after it, for staff member and spot alike
     */
    record Fits(Service service, StaffMember staff, Optional<Spot> spot, TimeRange visit, TimeRange occupied)
            implements
                Placement {}

    /** The refusal still lacks its alternatives. */
    record DoesNot(Refusal why) implements Placement {}
}
