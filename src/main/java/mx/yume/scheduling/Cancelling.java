package mx.yume.scheduling;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.CancelOutcome.AlreadyCancelled;
import mx.yume.scheduling.CancelOutcome.Cancelled;
import mx.yume.scheduling.CancelOutcome.Changed;
import mx.yume.scheduling.CancelOutcome.NotFound;

/** An appointment given up, by the customer or by the business: its time is free for others from that moment. */
@ApplicationScoped
class Cancelling {

    private final Holding holding;
    private final Cancellation cancellation;
    private final Clock clock;

    Cancelling(Holding holding, Cancellation cancellation, Clock clock) {
        this.holding = holding;
        this.cancellation = cancellation;
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
        return cancellation.write(connection, organization, actor, now, reason)
                .call(cancelled -> alongside.after(connection, cancelled)).map(Cancelled::new);
    }
}
