package mx.yume.scheduling;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.platform.Money;

/**
 * One service of an appointment.
 *
 * @param start in the location's zone
 * @param end when the service ends; buffers lie outside
 * @param price as it was when it was booked
 */
@RegisterForReflection
public record Part(ServiceId service, String serviceName, StaffId staff, String staffName, Optional<SpotId> spot,
        ZonedDateTime start, ZonedDateTime end, Money price) {

    /** From its start to its end. */
    public Duration length() {
        return Duration.between(start, end);
    }

    Part at(Money otherPrice) {
        return new Part(service, serviceName, staff, staffName, spot, start, end, otherPrice);
    }
}
