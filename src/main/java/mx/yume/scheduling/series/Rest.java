package mx.yume.scheduling.series;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Cancellation;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.series.RestOutcome.Cancelled;
import mx.yume.scheduling.series.RestOutcome.NotFound;
import mx.yume.scheduling.series.RestOutcome.NotInASeries;
import mx.yume.scheduling.series.RestOutcome.NothingLeft;

/** Gives up what is left of a series from one of its appointments on. */
@ApplicationScoped
class Rest {

    private final Database database;
    private final Cancellation cancellation;
    private final Clock clock;

    Rest(Database database, Cancellation cancellation, Clock clock) {
        this.database = database;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    Uni<RestOutcome> cancel(OrganizationId organization, Actor actor, AppointmentId from, Optional<String> reason,
            Alongside alongside) {
        return Contention.retried(() -> database.inTenant(organization, connection -> Contention.limitWaiting(connection)
                .chain(() -> alongside.before(connection))
                .chain(() -> Appointments.find(connection, organization, from))
                .chain(found -> found.filter(actor::sees)
                        .map(first -> SeriesRows.of(connection, organization, from).chain(series -> series
                                .map(id -> cancel(connection, organization, actor, id, first, reason, alongside))
                                .orElse(Uni.createFrom().item(new NotInASeries()))))
                        .orElse(Uni.createFrom().item(new NotFound())))));
    }

    private Uni<RestOutcome> cancel(SqlConnection connection, OrganizationId organization, Actor actor, SeriesId series,
            Appointment first, Optional<String> reason, Alongside alongside) {
        return SeriesRows.rest(connection, organization, series, first.start().toInstant())
                .chain(ids -> locked(connection, organization, ids))
                .map(rest -> rest.stream().filter(each -> ahead(each, actor)).toList())
                .call(rest -> Reservations.queueFor(connection,
                        rest.stream().flatMap(each -> each.resources().stream()).distinct().toList()))
                .chain(rest -> cancel(connection, organization, actor, rest, reason, alongside))
                .map(cancelled -> cancelled.isEmpty() ? new NothingLeft() : new Cancelled(cancelled));
    }

    /** What has begun stays, whoever asks: staff could still change it, but it is no longer the rest. */
    private boolean ahead(Appointment each, Actor actor) {
        var now = clock.instant();
        return each.start().toInstant().isAfter(now) && actor.sees(each) && each.changeableBy(actor, now);
    }

    /** In the order of their starts, whoever does. */
    private static Uni<List<Appointment>> locked(SqlConnection connection, OrganizationId organization,
            List<AppointmentId> ids) {
        Uni<List<Appointment>> all = Uni.createFrom().item(List.of());
        for (var id : ids) {
            all = all.chain(sooner -> Appointments.lock(connection, organization, id).map(found -> {
                var more = new ArrayList<>(sooner);
                found.ifPresent(more::add);
                return List.copyOf(more);
            }));
        }
        return all;
    }

    private Uni<List<Appointment>> cancel(SqlConnection connection, OrganizationId organization, Actor actor,
            List<Appointment> rest, Optional<String> reason, Alongside alongside) {
        Uni<List<Appointment>> all = Uni.createFrom().item(List.of());
        for (var each : rest) {
            all = all.chain(sooner -> cancellation.write(connection, organization, actor, each, reason)
                    .call(cancelled -> alongside.after(connection, cancelled)).map(cancelled -> {
                        var more = new ArrayList<>(sooner);
                        more.add(cancelled);
                        return List.copyOf(more);
                    }));
        }
        return all;
    }
}
