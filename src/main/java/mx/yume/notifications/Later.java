package mx.yume.notifications;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.scheduling.AppointmentFact;

/**
 * What is told of an appointment when the quiet hours are over; payload of a job.
 *
 * @param kind of the fact
 */
@RegisterForReflection
record Later(@JsonProperty("kind") String kind, @JsonProperty("fact") AppointmentFact fact) {

    static final String KIND = "appointment.later";
}
