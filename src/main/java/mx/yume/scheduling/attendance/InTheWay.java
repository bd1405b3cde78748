package mx.yume.scheduling.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;
import mx.yume.scheduling.Claim;

/**
 * What others have of the time an appointment wants.
 *
 * @param appointments each once, by start
 * @param free how much of the time wanted is left before the first of them begins
 */
record InTheWay(List<AppointmentId> appointments, boolean blocked, boolean held, Optional<Duration> free) {

    private static final Duration LONGEST = Duration.ofHours(24);

    /** No reservation is longer than a day. That bound is given: under row-level security only plain values meet an index. */
    static final String FIND = """
            select r.appointment_id, r.block_id, r.offer_id,
                   r.starts_at, wanted.starts
            from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $7::timestamptz[])
                as wanted (resource, starts, ends, day_before)
            join reservation r on r.organization_id = $1 and r.resource_id = wanted.resource
             and r.starts_at > wanted.day_before and r.starts_at < wanted.ends and r.ends_at > wanted.starts
            where r.appointment_id is distinct from $5
              and (r.held_until is null or r.held_until > $6 or exists (
                  select 1 from block b where b.organization_id = $1 and b.staff_id = r.resource_id
                                          and b.starts_at < r.ends_at and b.ends_at > r.starts_at))
            order by r.starts_at
            """;

    /**
     * @param visit whose own time is not in its way
     * @param now business time: what the waiting list held until then is free, but not inside a block
     */
    static Uni<InTheWay> of(SqlConnection connection, OrganizationId organization, AppointmentId visit, List<Claim> wanted,
            Instant now) {
        return connection.preparedQuery(FIND).execute(parameters(organization, visit, wanted, now)).map(rows -> {
            var found = new ArrayList<Row>();
            rows.forEach(found::add);
            return of(found);
        });
    }

    static Tuple parameters(OrganizationId organization, AppointmentId visit, List<Claim> wanted, Instant now) {
        return Tuple.from(new Object[]{organization.value(), wanted.stream().map(Claim::resource).toArray(UUID[]::new),
                times(wanted, claim -> claim.during().start()), times(wanted, claim -> claim.during().end()), visit.value(),
                Appointments.utc(now), times(wanted, claim -> claim.during().start().minus(LONGEST))});
    }

    private static OffsetDateTime[] times(List<Claim> wanted, Function<Claim, Instant> when) {
        return wanted.stream().map(claim -> Appointments.utc(when.apply(claim))).toArray(OffsetDateTime[]::new);
    }

    private static InTheWay of(List<Row> rows) {
        var appointments = rows.stream().flatMap(row -> Optional.ofNullable(row.getUUID("appointment_id")).stream()).distinct()
                .map(AppointmentId::new).toList();
        var free = rows.stream()
                .map(row -> Duration.between(row.getOffsetDateTime("starts"), row.getOffsetDateTime("starts_at")))
                .min(Comparator.naturalOrder());
        return new InTheWay(appointments, rows.stream().anyMatch(row -> row.getUUID("block_id") != null),
                rows.stream().anyMatch(row -> row.getUUID("offer_id") != null), free);
    }

    boolean nothing() {
        return free.isEmpty();
    }
}
