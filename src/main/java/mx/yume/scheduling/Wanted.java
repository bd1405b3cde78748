package mx.yume.scheduling;

import java.util.Optional;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * One service of a visit.
 *
 * @param staff who must give it; without a preference anyone free who can
 */
public record Wanted(ServiceId service, Optional<StaffId> staff) {

    public static Wanted of(ServiceId service) {
        return new Wanted(service, Optional.empty());
    }
}
