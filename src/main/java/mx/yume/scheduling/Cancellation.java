package mx.yume.scheduling;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;

/** What it takes to cancel, within the caller's transaction: the row, its time given back, the fact. Whether one may is asked before. */
@ApplicationScoped
public class Cancellation {

    /** Of a reason; what is longer is cut. */
    private static final int LONGEST_REASON = 300;

    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Cancellation(FreedTime freedTime, Facts facts, Clock clock) {
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @param now as it is, its row locked: pending or confirmed
     * @return as it is then
     */
    public Uni<Appointment> write(SqlConnection connection, OrganizationId organization, Actor actor, Appointment now,
            Optional<String> reason) {
        return Appointments.cancel(connection, organization, now.id(), actor.by(), reason.flatMap(Cancellation::kept),
                clock.instant())
                .chain(() -> giveBack(connection, organization, now))
                .chain(() -> Appointments.find(connection, organization, now.id())).map(found -> found.orElseThrow())
                .call(cancelled -> facts.cancelled(connection, organization, actor, cancelled));
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
