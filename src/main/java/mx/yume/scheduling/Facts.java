package mx.yume.scheduling;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;

/** States what happened, in the transaction in which it happened. What follows from it is not the agenda's business. */
@ApplicationScoped
public class Facts {

    /** The demo's visits never happened to anybody. */
    static final String DEMO = "demo";

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    Facts(Jobs jobs, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** By its customer. */
    public Uni<Void> booked(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        return state(connection, organization, AppointmentFact.BOOKED, appointment,
                new AppointmentFact(appointment.id().value(), appointment.version(), null, null, null, null, null));
    }

    public Uni<Void> booked(SqlConnection connection, OrganizationId organization, Actor actor, Appointment appointment) {
        return state(connection, organization, AppointmentFact.BOOKED, appointment, of(actor, appointment));
    }

    public Uni<Void> moved(SqlConnection connection, OrganizationId organization, Actor actor, Appointment before,
            Appointment after) {
        var left = staff(before);
        left.removeAll(staff(after));
        return state(connection, organization, AppointmentFact.MOVED, after, new AppointmentFact(after.id().value(),
                after.version(), before.start().toInstant(), actor.by(), member(actor), left, untold(actor)));
    }

    public Uni<Void> cancelled(SqlConnection connection, OrganizationId organization, Actor actor, Appointment appointment) {
        return state(connection, organization, AppointmentFact.CANCELLED, appointment, of(actor, appointment));
    }

    /** How the visit went; a fact to look at again a while later, since slips are corrected. */
    public Uni<Void> marked(SqlConnection connection, OrganizationId organization, Actor by, Appointment visit) {
        var kind = visit.status() == AppointmentStatus.COMPLETED ? AppointmentFact.COMPLETED : AppointmentFact.NO_SHOW;
        return state(connection, organization, kind, visit, of(by, visit), AppointmentFact.AFTERWARDS);
    }

    public Uni<Void> disputed(SqlConnection connection, OrganizationId organization, Actor by, Appointment visit) {
        return state(connection, organization, AppointmentFact.DISPUTED, visit, of(by, visit), Duration.ZERO);
    }

    public Uni<Void> settled(SqlConnection connection, OrganizationId organization, Actor by, Appointment visit) {
        return state(connection, organization, AppointmentFact.SETTLED, visit, of(by, visit), Duration.ZERO);
    }

    private static AppointmentFact of(Actor by, Appointment appointment) {
        return new AppointmentFact(appointment.id().value(), appointment.version(), null, by.by(), member(by), null,
                untold(by));
    }

    private static Set<UUID> staff(Appointment appointment) {
        return appointment.parts().stream().map(part -> part.staff().value()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable UUID member(Actor actor) {
        return switch (actor) {
            case Actor.Customer _ -> null;
            case Actor.Staff staff -> staff.member().value();
        };
    }

    private static @Nullable Boolean untold(Actor actor) {
        return (actor instanceof Actor.Staff staff && staff.tellsThem()) ? true : null;
    }

    private Uni<Void> state(SqlConnection connection, OrganizationId organization, String kind, Appointment appointment,
            AppointmentFact fact) {
        return state(connection, organization, kind, appointment, fact, Duration.ZERO);
    }

    private Uni<Void> state(SqlConnection connection, OrganizationId organization, String kind, Appointment appointment,
            AppointmentFact fact, Duration later) {
        var payload = written(fact);
        return Appointments.origin(connection, organization, appointment.id())
                .chain(origin -> origin.equals(DEMO) ? Uni.createFrom().voidItem()
                        : jobs.add(connection, organization, kind, payload, origin, clock.instant().plus(later)));
    }

    private String written(AppointmentFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
