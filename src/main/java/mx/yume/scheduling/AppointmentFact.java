package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something that happened to an appointment, as the payload of a job of one of the kinds below.
 *
 * @param version of the appointment after it
 * @param before when it would have been, if it was moved
 * @param by who moved or cancelled it; unknown in facts of the first release, when only customers could
 * @param member who of the business did it
 * @param left the staff members who had a part in it and have none any more
 * @param untold true where the customer is not to hear of it from us
 */
@RegisterForReflection
public record AppointmentFact(UUID appointment, int version, @Nullable Instant before, @Nullable By by, @Nullable UUID member,
        @Nullable Set<UUID> left, @Nullable Boolean untold) {

    public static final String BOOKED = "appointment.booked";
    public static final String MOVED = "appointment.moved";
    public static final String CANCELLED = "appointment.cancelled";
    /** The customer was there; worked on {@link #AFTERWARDS}, unless it was corrected by then. */
    public static final String COMPLETED = "appointment.completed";
    /** The customer did not come; as {@link #COMPLETED}. */
    public static final String NO_SHOW = "appointment.no_show";
    /** The customer says that they did come: somebody has to decide. */
    public static final String DISPUTED = "appointment.disputed";
    /** The owner decided. */
    public static final String SETTLED = "appointment.settled";

    /** How long after the business said how a visit went its customer is asked about it. */
    public static final Duration AFTERWARDS = Duration.ofHours(1);

    @RegisterForReflection
    public enum By {
        @JsonProperty("customer")
        CUSTOMER, @JsonProperty("business")
        BUSINESS
    }
}
