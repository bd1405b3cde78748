package mx.yume.notifications.daily;

import java.time.LocalDate;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A day of a location begins; payload of a job. */
@RegisterForReflection
record ScheduleDue(@JsonProperty("location") UUID location, @JsonProperty("day") LocalDate day) {

    static final String KIND = "schedule.due";
}
