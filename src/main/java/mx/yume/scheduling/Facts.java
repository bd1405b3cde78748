package mx.yume.scheduling;

import java.time.Instant;

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

    Facts(Jobs jobs, ObjectMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    public Uni<Void> booked(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        return state(connection, organization, AppointmentFact.BOOKED, appointment, null);
    }

    public Uni<Void> moved(SqlConnection connection, OrganizationId organization, Appointment before, Appointment after) {
        return state(connection, organization, AppointmentFact.MOVED, after, before.start().toInstant());
    }

    public Uni<Void> cancelled(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        return state(connection, organization, AppointmentFact.CANCELLED, appointment, null);
    }

    private Uni<Void> state(SqlConnection connection, OrganizationId organization, String kind, Appointment appointment,
            @Nullable Instant before) {
        var fact = written(new AppointmentFact(appointment.id().value(), appointment.version(), before));
        return Appointments.origin(connection, organization, appointment.id())
                .chain(origin -> origin.equals(DEMO) ? Uni.createFrom().voidItem()
                        : jobs.add(connection, organization, kind, fact, origin));
    }

    private String written(AppointmentFact fact) {
        try {
            return json.writeValueAsString(fact);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
