package mx.yume.scheduling;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something that happened to an appointment, as the payload of a job of one of the kinds below.
 *
 * @param version of the appointment after it
 * @param before when it would have been, if it was moved
 */
@RegisterForReflection
public record AppointmentFact(UUID appointment, int version, @Nullable Instant before) {

    public static final String BOOKED = "appointment.booked";
    public static final String MOVED = "appointment.moved";
    public static final String CANCELLED = "appointment.cancelled";
}
