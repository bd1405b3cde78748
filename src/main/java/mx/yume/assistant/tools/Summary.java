package mx.yume.assistant.tools;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Money;
import mx.yume.scheduling.AppointmentId;

/** What a customer was asked to say yes to. Two are equal when the same yes answers both. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Summary.Booking.class, name = "booking"),
        @JsonSubTypes.Type(value = Summary.Move.class, name = "move"),
        @JsonSubTypes.Type(value = Summary.Cancel.class, name = "cancel")})
@RegisterForReflection
public sealed interface Summary {

    /**
     * What would be booked.
     *
     * @param staff without a preference anyone free will do, and the summary said so
     */
    @RegisterForReflection
    record Booking(ServiceId service, Instant start, Optional<StaffId> staff, String name, Money price) implements Summary {}

    /**
     * From which appointment to which start.
     *
     * @param version of the appointment as it was shown
     */
    @RegisterForReflection
    record Move(AppointmentId appointment, int version, Instant newStart) implements Summary {}

    /**
     * What would be cancelled.
     *
     * @param version of the appointment as it was shown
     */
    @RegisterForReflection
    record Cancel(AppointmentId appointment, int version) implements Summary {}
}
