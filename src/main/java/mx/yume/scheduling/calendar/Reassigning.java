package mx.yume.scheduling.calendar;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Busy;
import mx.yume.scheduling.Claim;
import mx.yume.scheduling.Facts;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Reservations;

/**
 * Gives the appointments of whoever leaves to others at the same time and price. Decided for all first; nothing is written unless
 * it goes for each.
 */
@ApplicationScoped
class Reassigning {

    private static final String TAKE_OVER = """
            update appointment_part set %1$s = $4 where organization_id = $1 and appointment_id = $2 and %1$s = $3
            """;
    private static final String GIVE = TAKE_OVER.formatted("staff_id");
    private static final String SEAT = TAKE_OVER.formatted("spot_id");
    private static final String TOUCH = """
            update appointment set version = version + 1 where organization_id = $1 and id = $2
            """;

    private final FreedTime freedTime;
    private final Facts facts;
    private final Clock clock;

    Reassigning(FreedTime freedTime, Facts facts, Clock clock) {
        this.freedTime = freedTime;
        this.facts = facts;
        this.clock = clock;
    }

    /** Those for which nobody, or nothing, is free are missing. The writers' line is stood in for everything from here on. */
    Uni<List<Swap>> swaps(SqlConnection connection, OrganizationId organization, Relief relief, List<Appointment> ahead) {
        var resources = new HashSet<>(relief.all());
        ahead.forEach(appointment -> resources.addAll(appointment.resources()));
        return Reservations.queueFor(connection, resources)
                .chain(() -> held(connection, organization, ahead))
                .chain(held -> Reservations.busy(connection, organization, relief.all(), covering(held.values()),
                        Optional.empty(), clock.instant()).map(busy -> swaps(relief, ahead, held, busy)));
    }

    private static Uni<Map<AppointmentId, List<Claim>>> held(SqlConnection connection, OrganizationId organization,
            List<Appointment> ahead) {
        return Multi.createFrom().iterable(ahead)
                .onItem().transformToUniAndConcatenate(appointment -> Reservations
                        .of(connection, organization, appointment.id()).map(claims -> Map.entry(appointment.id(), claims)))
                .collect().asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static List<Swap> swaps(Relief relief, List<Appointment> ahead, Map<AppointmentId, List<Claim>> held, Busy busy) {
        return ahead.stream()
                .flatMap(appointment -> Swap.find(relief, appointment, held.getOrDefault(appointment.id(), List.of()), busy)
                        .stream())
                .toList();
    }

    Uni<List<Fate>> write(SqlConnection connection, OrganizationId organization, Actor actor, Relief relief,
            List<Swap> swaps) {
        return Multi.createFrom().iterable(swaps)
                .onItem().transformToUniAndConcatenate(swap -> write(connection, organization, actor, relief, swap))
                .collect().asList();
    }

    private Uni<Fate> write(SqlConnection connection, OrganizationId organization, Actor actor, Relief relief, Swap swap) {
        var before = swap.appointment();
        return Appointments.origin(connection, organization, before.id())
                .chain(origin -> Reservations.delete(connection, organization, before.id())
                        .chain(() -> Reservations.insert(connection, organization, before.id(), swap.claims(),
                                clock.instant()))
                        .chain(() -> freedTime.freed(connection, organization, origin, swap.freed())))
                .chain(() -> takeOver(connection, organization, relief, swap))
                .chain(() -> Appointments.find(connection, organization, before.id())).map(found -> found.orElseThrow())
                .call(after -> tell(connection, organization, actor, relief, before, after))
                .map(after -> new Fate.Reassigned(before, after));
    }

    private static Uni<Void> takeOver(SqlConnection connection, OrganizationId organization, Relief relief, Swap swap) {
        var id = swap.appointment().id().value();
        var statement = switch (relief) {
            case Relief.OfMember _ -> GIVE;
            case Relief.OfSpot _ -> SEAT;
        };
        return connection.preparedQuery(statement)
                .execute(Tuple.of(organization.value(), id, swap.gone(), swap.standIn()))
                .chain(() -> connection.preparedQuery(TOUCH).execute(Tuple.of(organization.value(), id))).replaceWithVoid();
    }

    private Uni<Void> tell(SqlConnection connection, OrganizationId organization, Actor actor, Relief relief,
            Appointment before, Appointment after) {
        return switch (relief) {
            case Relief.OfMember _ -> facts.moved(connection, organization, actor, before, after);
            case Relief.OfSpot _ -> Uni.createFrom().voidItem(); // another chair is nobody's news
        };
    }

    private static TimeRange covering(Collection<List<Claim>> held) {
        var ranges = held.stream().flatMap(List::stream).map(Claim::during).toList();
        return new TimeRange(ranges.stream().map(TimeRange::start).min(Comparator.naturalOrder()).orElseThrow(),
                ranges.stream().map(TimeRange::end).max(Comparator.naturalOrder()).orElseThrow());
    }
}
