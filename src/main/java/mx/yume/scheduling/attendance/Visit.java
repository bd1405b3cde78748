package mx.yume.scheduling.attendance;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.attendance.VisitOutcome.Done;

/**
 * A visit whose row this transaction holds.
 *
 * @param now as it is before the step
 * @param at business time of the step
 */
record Visit(SqlConnection connection, OrganizationId organization, Appointment now, Instant at, Alongside alongside) {

    AppointmentId id() {
        return now.id();
    }

    ZonedDateTime local(Instant instant) {
        return instant.atZone(now.start().getZone());
    }

    Uni<VisitOutcome> answer(VisitOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    Uni<VisitOutcome> close() {
        return write(VisitRows.close(connection, organization, id(), at));
    }

    Uni<VisitOutcome> write(Uni<Void> rows) {
        return write(rows, after -> Uni.createFrom().voidItem());
    }

    /** @param stated what follows from it, given the visit as it is after the step */
    Uni<VisitOutcome> write(Uni<Void> rows, Function<Appointment, Uni<Void>> stated) {
        return rows.chain(() -> Appointments.find(connection, organization, id())).map(found -> found.orElseThrow())
                .call(stated::apply).call(after -> alongside.after(connection, after)).map(after -> new Done(now, after));
    }
}
