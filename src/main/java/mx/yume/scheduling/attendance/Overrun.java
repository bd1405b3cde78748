package mx.yume.scheduling.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Claim;
import mx.yume.scheduling.FreedTime;
import mx.yume.scheduling.Holding;
import mx.yume.scheduling.OwnLength;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.Reservations;
import mx.yume.scheduling.attendance.OverrunOutcome.BadLength;
import mx.yume.scheduling.attendance.OverrunOutcome.Changed;
import mx.yume.scheduling.attendance.OverrunOutcome.Hits;
import mx.yume.scheduling.attendance.OverrunOutcome.NotFound;
import mx.yume.scheduling.attendance.OverrunOutcome.Resized;

/**
 * "Me voy a tardar 20 minutos": a visit that is going on, or still to come, ends later, or earlier. Working hours do not matter,
 * and neither does what the menu says; who or what is taken does.
 */
@ApplicationScoped
public class Overrun {

    private static final Duration LEAST = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofHours(4);
    /** As it may be asked for: what is longer could not be moved any more. */
    private static final Duration LONGEST_SERVICE = Duration.ofHours(12);
    /** With the longest buffers on both sides it still is a reservation of at most a day. */
    private static final Duration LONGEST_VISIT = Duration.ofHours(16);

    private static final String PART = """
            update appointment_part set ends_at = $4 where organization_id = $1 and appointment_id = $2 and position = $3
            """;
    private static final String VISIT = """
            update appointment set version = version + 1, ends_at = (
                select max(ends_at) from appointment_part where organization_id = $1 and appointment_id = $2)
            where organization_id = $1 and id = $2
            """;

    private static final String BUFFERS = """
            select id, buffer_after_minutes from service where organization_id = $1 and id = any ($2)
            """;

    private final Holding holding;
    private final FreedTime freedTime;
    private final Clock clock;

    Overrun(Holding holding, FreedTime freedTime, Clock clock) {
        this.holding = holding;
        this.freedTime = freedTime;
        this.clock = clock;
    }

    /**
     * The last service becomes longer if its staff member and spot are free; else it is said whom that would hit.
     *
     * @param extra 5 minutes to 4 hours; or negative, for who finishes early: that time is given back
     */
    public Uni<OverrunOutcome> overrun(Business business, Actor.Staff by, AppointmentId id, int seenVersion, Duration extra,
            Alongside alongside) {
        return holding.<OverrunOutcome>held(business.id(), by, id, alongside, new NotFound(), (connection, now) -> {
            if (now.version() != seenVersion || !now.changeableBy(by, clock.instant())) {
                return Uni.createFrom().item(new Changed(now));
            }
            if (!possible(business, now, extra)) {
                return Uni.createFrom().item(new BadLength());
            }
            return Reservations.queueFor(connection, now.resources())
                    .chain(() -> extra.isPositive() ? extend(connection, business.id(), now, extra, alongside)
                            : shorten(connection, business.id(), now, extra, alongside));
        });
    }

    private boolean possible(Business business, Appointment now, Duration extra) {
        if (extra.compareTo(MOST) > 0 || extra.compareTo(MOST.negated()) < 0 || extra.abs().compareTo(LEAST) < 0) {
            return false;
        }
        var last = last(now);
        var end = last.end().plus(extra);
        var length = last.length().plus(extra);
        return extra.equals(extra.truncatedTo(ChronoUnit.MINUTES))
                && length.compareTo(LEAST) >= 0 && length.compareTo(LONGEST_SERVICE) <= 0
                && (extra.isPositive() || afterProcessing(business, last, length))
                && Duration.between(now.start(), end).compareTo(LONGEST_VISIT) <= 0
                && end.toInstant().isAfter(clock.instant());
    }

    /** What ends sooner than its processing is no service: the visit could not be moved any more. */
    private static boolean afterProcessing(Business business, Part last, Duration length) {
        return business.service(last.service()).flatMap(Service::processing).map(Processing::end)
                .filter(end -> length.compareTo(end) <= 0).isEmpty();
    }

    private Uni<OverrunOutcome> extend(SqlConnection connection, OrganizationId organization, Appointment now, Duration extra,
            Alongside alongside) {
        return ends(connection, organization, now, extra).chain(ends -> {
            var more = ends.stream().flatMap(end -> end.more().stream()).sorted(Comparator.comparing(Claim::resource)).toList();
            if (more.isEmpty()) {
                return written(connection, organization, now, extra, alongside);
            }
            return InTheWay.of(connection, organization, now.id(), more, clock.instant())
                    .chain(inTheWay -> inTheWay.nothing()
                            ? Reservations.extend(connection, organization, now.id(), more, clock.instant())
                                    .chain(() -> written(connection, organization, now, extra, alongside))
                            : hits(connection, organization, now, inTheWay));
        });
    }

    private Uni<OverrunOutcome> shorten(SqlConnection connection, OrganizationId organization, Appointment now,
            Duration extra, Alongside alongside) {
        return ends(connection, organization, now, extra).chain(ends -> {
            var until = new HashMap<UUID, Instant>();
            ends.forEach(end -> until.put(end.kept().resource(), end.wanted()));
            return Appointments.origin(connection, organization, now.id())
                    .chain(origin -> Reservations.cut(connection, organization, now.id(), until)
                            .chain(claims -> freedTime.freed(connection, organization, origin, claims)))
                    .chain(() -> written(connection, organization, now, extra, alongside));
        });
    }

    /**
     * Until when somebody or some spot is kept for the visit.
     *
     * @param kept the last of it now
     * @param wanted the end of it then: another service of the visit may keep it longer than the last one does
     */
    private record End(Claim kept, Instant wanted) {

        Optional<Claim> more() {
            return wanted.isAfter(kept.during().end())
                    ? Optional.of(new Claim(kept.resource(), kept.kind(), new TimeRange(kept.during().end(), wanted)))
                    : Optional.empty();
        }
    }

    /** Of the staff member and the spot of the last service, if that becomes so much longer. */
    private static Uni<List<End>> ends(SqlConnection connection, OrganizationId organization, Appointment now, Duration extra) {
        return buffers(connection, organization, now)
                .chain(buffers -> Reservations.of(connection, organization, now.id()).map(claims -> {
                    var kept = new HashMap<UUID, Claim>();
                    claims.stream().filter(claim -> uses(last(now), claim.resource()))
                            .forEach(claim -> kept.put(claim.resource(), claim));
                    return kept.values().stream().map(claim -> new End(claim, wanted(now, extra, claim, buffers))).toList();
                }));
    }

    private static Instant wanted(Appointment now, Duration extra, Claim claim, Map<UUID, Duration> buffers) {
        var last = last(now);
        return now.parts().stream().filter(part -> uses(part, claim.resource()))
                .map(part -> part.end().toInstant().plus(buffers.getOrDefault(part.service().value(), Duration.ZERO))
                        .plus(part.equals(last) ? extra : Duration.ZERO))
                .max(Comparator.naturalOrder()).orElseThrow();
    }

    private static boolean uses(Part part, UUID resource) {
        return part.staff().value().equals(resource) || part.spot().filter(spot -> spot.value().equals(resource)).isPresent();
    }

    /** What is kept free after each service of a visit, sold any longer or not. */
    private static Uni<Map<UUID, Duration>> buffers(SqlConnection connection, OrganizationId organization, Appointment now) {
        var services = now.parts().stream().map(part -> part.service().value()).distinct().toArray(UUID[]::new);
        return connection.preparedQuery(BUFFERS).execute(Tuple.of(organization.value(), services)).map(rows -> {
            var buffers = new HashMap<UUID, Duration>();
            rows.forEach(row -> buffers.put(row.getUUID("id"), Duration.ofMinutes(row.getInteger("buffer_after_minutes"))));
            return buffers;
        });
    }

    private static Uni<OverrunOutcome> written(SqlConnection connection, OrganizationId organization, Appointment now,
            Duration extra, Alongside alongside) {
        var position = (short) now.parts().indexOf(last(now));
        return connection.preparedQuery(PART)
                .execute(Tuple.of(organization.value(), now.id().value(), position,
                        Appointments.utc(last(now).end().plus(extra).toInstant())))
                .chain(() -> OwnLength.keep(connection, organization, now.id(), position, last(now).length().plus(extra)))
                .chain(() -> connection.preparedQuery(VISIT).execute(Tuple.of(organization.value(), now.id().value())))
                .chain(() -> Appointments.find(connection, organization, now.id())).map(found -> found.orElseThrow())
                .call(after -> alongside.after(connection, after)).map(after -> new Resized(now, after));
    }

    private static Uni<OverrunOutcome> hits(SqlConnection connection, OrganizationId organization, Appointment now,
            InTheWay inTheWay) {
        var freeUntil = inTheWay.free().filter(Duration::isPositive).map(free -> last(now).end().plus(free));
        return Appointments.all(connection, organization, inTheWay.appointments())
                .map(hit -> new Hits(hit, inTheWay.blocked(), inTheWay.held(), freeUntil));
    }

    /** The service that ends last. */
    private static Part last(Appointment now) {
        return now.parts().stream().max(Comparator.comparing(part -> part.end().toInstant())).orElseThrow();
    }
}
