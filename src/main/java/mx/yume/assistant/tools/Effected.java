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
        @JsonSubTypes.Type(value = Effected.Renamed.class, name = "renamed")})
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

    /** JSON keeps the instant and loses the zone. */
    default Effected at(ZoneId zone) {
        return switch (this) {
            case Booked(var appointment) -> new Booked(at(zone, appointment));
            case Moved(var before, var after) -> new Moved(at(zone, before), at(zone, after));
            case Cancelled(var appointment) -> new Cancelled(at(zone, appointment));
            case Renamed renamed -> renamed;
        };
    }

    private static Appointment at(ZoneId zone, Appointment it) {
        return new Appointment(it.id(), it.customer(), it.customerName(), it.service(), it.serviceName(), it.staff(),
                it.staffName(), it.spot(), it.start().withZoneSameInstant(zone), it.end().withZoneSameInstant(zone), it.price(),
                it.status(), it.version());
    }
}
