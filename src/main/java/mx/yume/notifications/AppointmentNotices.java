package mx.yume.notifications;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.conversation.outbox.OutboxConfig;
import mx.yume.notifications.reminders.Reminders;
import mx.yume.platform.Database;
import mx.yume.platform.Job;
import mx.yume.platform.JobHandler;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentFact;
import mx.yume.scheduling.AppointmentId;

/**
 * What follows from an appointment that was booked, moved or cancelled: what was about to be said of it is not said any more, its
 * reminder is planned, and people are told. In the night only of what is near; of the rest in the morning, if it is still so.
 */
@ApplicationScoped
class AppointmentNotices implements JobHandler {

    /** What changes about a visit so near is told at any hour (SPEC 8). */
    private static final Duration NEAR = Duration.ofHours(24);

    /** @param job as it was, and the kind of the fact it tells */
    record Told(Job job, String kind, AppointmentFact fact, Business business, Appointment appointment, boolean near) {

        /** Of one event to one person there is one message. */
        String purpose(String to, Object whom) {
            return "%s:%s:%s:%d:%s".formatted(to, kind, fact.appointment(), fact.version(), whom);
        }
    }

    private final Businesses businesses;
    private final Agenda agenda;
    private final StaffNotices staff;
    private final CustomerNotices customer;
    private final Reminders reminders;
    private final Outbox outbox;
    private final OutboxConfig quiet;
    private final Database database;
    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    AppointmentNotices(Businesses businesses, Agenda agenda, StaffNotices staff, CustomerNotices customer, Reminders reminders,
            Outbox outbox, OutboxConfig quiet, Database database, Jobs jobs, ObjectMapper json, Clock clock) {
        this.businesses = businesses;
        this.agenda = agenda;
        this.staff = staff;
        this.customer = customer;
        this.reminders = reminders;
        this.outbox = outbox;
        this.quiet = quiet;
        this.database = database;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AppointmentFact.BOOKED, AppointmentFact.MOVED, AppointmentFact.CANCELLED, Later.KIND);
    }

    @Override
    public Uni<Void> handle(SqlConnection connection, Job job) {
        var later = job.kind().equals(Later.KIND) ? read(job, Later.class)
                : new Later(job.kind(), read(job, AppointmentFact.class));
        return businesses.load(connection, job.organization()).map(Optional::orElseThrow)
                .chain(business -> agenda
                        .appointment(connection, business, new AppointmentId(later.fact().appointment()))
                        .map(Optional::orElseThrow)
                        .map(appointment -> new Told(job, later.kind(), later.fact(), business, appointment,
                                near(later.fact(), appointment))))
                .chain(told -> told.appointment().version() == told.fact().version() ? follow(connection, told)
                        // It is no longer so: the later fact tells how it is now.
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> follow(SqlConnection connection, Told told) {
        var first = told.job().kind().equals(told.kind());
        return (first ? settle(connection, told) : Uni.createFrom().voidItem()).chain(() -> tell(connection, told));
    }

    private Uni<Void> settle(SqlConnection connection, Told told) {
        return switch (told.kind()) {
            case AppointmentFact.BOOKED -> reminders.plan(connection, told.job(), told.appointment());
            case AppointmentFact.MOVED -> withdraw(connection, told)
                    .chain(() -> reminders.plan(connection, told.job(), told.appointment()));
            default -> withdraw(connection, told);
        };
    }

    /** Staff may wait to be told in their chat with Yume. */
    private Uni<Void> withdraw(SqlConnection connection, Told told) {
        UUID appointment = told.fact().appointment();
        var why = "withdrawn: " + told.kind();
        return outbox.withdraw(connection, told.business().id(), appointment, why)
                .chain(() -> database.lending(connection, told.business().id(), OrganizationId.YUME,
                        () -> outbox.withdraw(connection, OrganizationId.YUME, appointment, why)));
    }

    /** Nothing for a time already past. */
    private Uni<Void> tell(SqlConnection connection, Told told) {
        var now = clock.instant();
        if (told.appointment().start().toInstant().isBefore(now)) {
            return Uni.createFrom().voidItem();
        }
        var morning = told.near() ? Optional.<Instant>empty()
                : quiet.quietUntil(now, told.appointment().start().getZone());
        return morning.map(at -> jobs.add(connection, told.business().id(), Later.KIND,
                written(new Later(told.kind(), told.fact())), told.job().origin(), at))
                .orElseGet(() -> staff.tell(connection, told).chain(() -> customer.tell(connection, told)));
    }

    private boolean near(AppointmentFact fact, Appointment appointment) {
        var near = clock.instant().plus(NEAR);
        return Stream.concat(Stream.of(appointment.start().toInstant()), Stream.ofNullable(fact.before()))
                .anyMatch(start -> !start.isAfter(near));
    }

    private <T> T read(Job job, Class<T> type) {
        try {
            return json.readValue(job.payload(), type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be read back", impossible);
        }
    }

    private String written(Later later) {
        try {
            return json.writeValueAsString(later);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }
}
