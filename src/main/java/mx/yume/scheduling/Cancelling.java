package mx.yume.scheduling;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;
import mx.yume.scheduling.CancelOutcome.AlreadyCancelled;
import mx.yume.scheduling.CancelOutcome.Cancelled;
import mx.yume.scheduling.CancelOutcome.Changed;
import mx.yume.scheduling.CancelOutcome.NotFound;

/** An appointment given up, by the customer or by the business: its time is free for others from that moment. */
@ApplicationScoped
class Cancelling {

    /** Of a reason; what is longer is cut. */
    private static final int LONGEST_REASON = 300;

    private final Holding holding;
    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Cancelling(Holding holding, FreedTime freedTime, Facts facts, Clock clock) {
        this.holding = holding;
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    Uni<CancelOutcome> cancel(OrganizationId organization, Actor actor, AppointmentId id, int seenVersion,
            Optional<String> reason, Alongside alongside) {
        return holding.<CancelOutcome>held(organization, actor, id, alongside, new NotFound(), (connection, now) -> {
            if (now.status() == AppointmentStatus.CANCELLED) {
                return Uni.createFrom().item(new AlreadyCancelled(now));
            }
            return now.version() == seenVersion && now.changeableBy(actor, clock.instant())
                    ? release(connection, organization, actor, now, reason, alongside)
                    : Uni.createFrom().item(new Changed(now));
        });
    }

    private Uni<CancelOutcome> release(SqlConnection connection, OrganizationId organization, Actor actor, Appointment now,
            Optional<String> reason, Alongside alongside) {
        return Appointments.cancel(connection, organization, now.id(), actor.by(), reason.flatMap(Cancelling::kept),
                clock.instant())
                .chain(() -> giveBack(connection, organization, now))
                .chain(() -> Appointments.find(connection, organization, now.id())).map(found -> found.orElseThrow())
                .call(cancelled -> facts.cancelled(connection, organization, actor, cancelled))
                .call(cancelled -> alongside.after(connection, cancelled)).map(Cancelled::new);
    }

    private Uni<Void> giveBack(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        return Reservations.queueFor(connection, appointment.resources())
                .chain(() -> Appointments.origin(connection, organization, appointment.id()))
                .chain(origin -> Reservations.delete(connection, organization, appointment.id())
                        .chain(claims -> freedTime.freed(connection, organization, origin, claims)));
    }

    private static Optional<String> kept(String reason) {
        var text = StorableText.of(reason.strip(), LONGEST_REASON);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
