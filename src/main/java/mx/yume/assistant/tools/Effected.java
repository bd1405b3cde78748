package mx.yume.assistant.tools;

import java.time.ZoneId;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.scheduling.Appointment;

/** What a tool did, as it is kept with the turn that did it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = Effected.Booked.class, name = "booked"),
        @JsonSubTypes.Type(value = Effected.Moved.class, name = "moved"),
        @JsonSubTypes.Type(value = Effected.Cancelled.class, name = "cancelled"),
        @JsonSubTypes.Type(value = Effected.Renamed.class, name = "renamed"),
        @JsonSubTypes.Type(value = Effected.Done.class, name = "done")})
@RegisterForReflection
public sealed interface Effected {

    @RegisterForReflection
    record Booked(Appointment appointment) implements Effected {}

    @RegisterForReflection
    record Moved(Appointment before, Appointment after) implements Effected {}

    @RegisterForReflection
    record Cancelled(Appointment appointment) implements Effected {}

    @RegisterForReflection
    record Renamed(String name) implements Effected {}

    /** Anything else, told by the sentence that was said of it. */
    @RegisterForReflection
    record Done(String sentence) implements Effected {}

    /** JSON keeps the instant and loses the zone. */
    default Effected at(ZoneId zone) {
        return switch (this) {
            case Booked(var appointment) -> new Booked(appointment.in(zone));
            case Moved(var before, var after) -> new Moved(before.in(zone), after.in(zone));
            case Cancelled(var appointment) -> new Cancelled(appointment.in(zone));
            case Renamed renamed -> renamed;
            case Done done -> done;
        };
    }
}
