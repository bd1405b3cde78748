package mx.yume.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.Fits;

/** The rows that say who and what is busy. That no two of them overlap is the database's promise, not this class's. */
public final class Reservations {

    /**
     * Plain comparisons, since the operators on ranges are not leakproof and would skip every index under row-level security.
     * The lower bound on starts_at, right because none lasts over a day, keeps the scan from beginning at the first row ever.
     * What was held until now is free, but not inside a block: that closes over it as soon as the row is gone.
     */
    static final String BUSY = """
            select resource_id, starts_at, ends_at from reservation
            where organization_id = $1 and resource_id = any ($2)
              and starts_at > $3 and starts_at < $5 and ends_at > $4
              and ($6::uuid is null or appointment_id is distinct from $6) and (offer_id is null or offer_id <> all ($8))
              and (held_until is null or held_until > $7 or exists (
                  select 1 from block b where b.organization_id = $1 and b.staff_id = resource_id
                                          and b.starts_at < reservation.ends_at and b.ends_at > reservation.starts_at))
            order by resource_id, starts_at
            """;
    private static final String QUEUE = "select pg_advisory_xact_lock(key) from unnest($1::bigint[]) as key";
    private static final String INSERT = """
            insert into reservation (organization_id, resource_id, kind, during, appointment_id)
            select $1, resource, kind, tstzrange(starts, ends), $6
            from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) as wanted (resource, kind, starts, ends)
            """;
    private static final String DELETE = """
            delete from reservation where organization_id = $1 and appointment_id = $2
            returning resource_id, kind, starts_at, ends_at
            """;
    private static final String EXTEND = """
            update reservation r set during = tstzrange(r.starts_at, more.ends)
            from unnest($3::uuid[], $4::timestamptz[], $5::timestamptz[]) as more (resource, starts, ends)
            where r.organization_id = $1 and r.appointment_id = $2 and r.resource_id = more.resource and r.ends_at = more.starts
            """;
    private static final String CUT = """
            with rest as (
                select r.id, r.resource_id, r.kind, r.starts_at, r.ends_at, cut.until
                from reservation r join unnest($3::uuid[], $4::timestamptz[]) as cut (resource, until) on cut.resource = r.resource_id
                where r.organization_id = $1 and r.appointment_id = $2 and r.ends_at > cut.until),
            gone as (
                delete from reservation r using rest
                where r.organization_id = $1 and r.id = rest.id and rest.starts_at >= rest.until),
            shorter as (
                update reservation r set during = tstzrange(rest.starts_at, rest.until) from rest
                where r.organization_id = $1 and r.id = rest.id and rest.starts_at < rest.until)
            select resource_id, kind, greatest(starts_at, until) as starts_at, ends_at from rest order by resource_id, starts_at
            """;
    private static final String OF = """
            select resource_id, kind, starts_at, ends_at from reservation where organization_id = $1 and appointment_id = $2
            order by resource_id, starts_at
            """;

    private Reservations() {}

    /**
     * @param except an appointment whose own time does not count
     * @param now business time: what the waiting list held until then is free
     */
    public static Uni<Busy> busy(SqlConnection connection, OrganizationId organization, Collection<UUID> resources,
            TimeRange range, Optional<AppointmentId> except, Instant now) {
        return busy(connection, busyParameters(organization, resources, range, except, List.of(), now));
    }

    /** @param customer whose own held times of the waiting list do not count, for they may have them */
    public static Uni<Busy> busy(SqlConnection connection, OrganizationId organization, Collection<UUID> resources,
            TimeRange range, Optional<AppointmentId> except, Optional<PersonId> customer, Instant now) {
        return Holds.openOffers(connection, organization, customer, now).chain(
                offers -> busy(connection, busyParameters(organization, resources, range, except, offers, now)));
    }

    private static Uni<Busy> busy(SqlConnection connection, Tuple parameters) {
        return connection.preparedQuery(BUSY).execute(parameters).map(Reservations::busy);
    }

    /** @param offers of the waiting list whose time does not count */
    static Tuple busyParameters(OrganizationId organization, Collection<UUID> resources, TimeRange range,
            Optional<AppointmentId> except, List<UUID> offers, Instant now) {
        return Tuple.from(new Object[]{organization.value(), resources.toArray(UUID[]::new),
                utc(range.start().minus(Availability.LONGEST)), utc(range.start()), utc(range.end()),
                except.map(AppointmentId::value).orElse(null), utc(now), offers.toArray(UUID[]::new)});
    }

    /**
     * Lines up those who are about to write for the same people and spots, until their transactions end. Safety does not need
     * it: two inserts that both find the other under the constraint would wait for each other until one dies of the deadlock,
     * a second later, and begins anew. In line, whoever comes second finds 23P01 at once.
     */
    public static Uni<Void> queueFor(SqlConnection connection, Collection<UUID> resources) {
        var keys = resources.stream().map(id -> id.getMostSignificantBits() ^ id.getLeastSignificantBits()).sorted().distinct()
                .toArray(Long[]::new);
        return connection.preparedQuery(QUEUE).execute(Tuple.of(keys)).replaceWithVoid();
    }

    public static Uni<Void> queueFor(SqlConnection connection, Fits place) {
        return queueFor(connection, Claim.of(place).stream().map(Claim::resource).toList());
    }

    /**
     * What an appointment keeps busy from now on. What the waiting list held there for somebody until now is out of its way, and
     * what it holds for this customer is theirs with it. In one statement and in the order of the ids, whoever inserts: two of
     * them can then not deadlock on each other.
     *
     * @param now business time
     * @return what had been held for this customer, given back: the appointment need not take all of it
     */
    public static Uni<List<Claim>> insert(SqlConnection connection, OrganizationId organization, Appointment appointment,
            Fits place, Instant now) {
        var claims = Claim.of(place);
        return Holds.giveWay(connection, organization, appointment, claims, now)
                .call(() -> insert(connection, organization, appointment.id(), claims));
    }

    /**
     * The same for what others decided about somebody's appointment: what is held for them is no more theirs than before.
     *
     * @param claims as {@link Claim#merged} gives them
     */
    public static Uni<Void> insert(SqlConnection connection, OrganizationId organization, AppointmentId appointment,
            List<Claim> claims, Instant now) {
        return Holds.giveWay(connection, organization, claims, now)
                .chain(() -> insert(connection, organization, appointment, claims));
    }

    private static Uni<Void> insert(SqlConnection connection, OrganizationId organization, AppointmentId appointment,
            List<Claim> claims) {
        return connection.preparedQuery(INSERT)
                .execute(Tuple.of(organization.value(), claims.stream().map(Claim::resource).toArray(UUID[]::new),
                        claims.stream().map(Claim::kind).toArray(String[]::new),
                        claims.stream().map(claim -> utc(claim.during().start())).toArray(OffsetDateTime[]::new),
                        claims.stream().map(claim -> utc(claim.during().end())).toArray(OffsetDateTime[]::new),
                        appointment.value()))
                .replaceWithVoid();
    }

    /** What an appointment kept busy, given back. */
    public static Uni<List<Claim>> delete(SqlConnection connection, OrganizationId organization, AppointmentId appointment) {
        return connection.preparedQuery(DELETE).execute(Tuple.of(organization.value(), appointment.value()))
                .map(Reservations::claims);
    }

    /** What an appointment keeps busy, sorted by resource and start. */
    public static Uni<List<Claim>> of(SqlConnection connection, OrganizationId organization, AppointmentId appointment) {
        return connection.preparedQuery(OF).execute(Tuple.of(organization.value(), appointment.value()))
                .map(Reservations::claims);
    }

    /**
     * What an appointment keeps busy becomes longer, over what ran out but not over what is held, for whomever.
     *
     * @param more each beginning where something of the appointment's ends
     */
    public static Uni<Void> extend(SqlConnection connection, OrganizationId organization, AppointmentId appointment,
            List<Claim> more, Instant now) {
        return Holds.giveWay(connection, organization, more, now)
                .chain(() -> connection.preparedQuery(EXTEND).execute(Tuple.of(organization.value(), appointment.value(),
                        more.stream().map(Claim::resource).toArray(UUID[]::new),
                        more.stream().map(claim -> utc(claim.during().start())).toArray(OffsetDateTime[]::new),
                        more.stream().map(claim -> utc(claim.during().end())).toArray(OffsetDateTime[]::new))))
                .replaceWithVoid();
    }

    /**
     * What an appointment keeps busy ends, for each of these resources, at the latest then.
     *
     * @return what that gives back
     */
    public static Uni<List<Claim>> cut(SqlConnection connection, OrganizationId organization, AppointmentId appointment,
            Map<UUID, Instant> until) {
        var resources = until.keySet().toArray(UUID[]::new);
        var ends = Arrays.stream(resources).map(resource -> utc(Objects.requireNonNull(until.get(resource))))
                .toArray(OffsetDateTime[]::new);
        return connection.preparedQuery(CUT).execute(Tuple.of(organization.value(), appointment.value(), resources, ends))
                .map(Reservations::claims);
    }

    static List<Claim> claims(RowSet<Row> rows) {
        var claims = new ArrayList<Claim>();
        rows.forEach(row -> claims.add(claim(row)));
        return List.copyOf(claims);
    }

    static Claim claim(Row row) {
        return new Claim(row.getUUID("resource_id"), row.getString("kind"), during(row));
    }

    private static TimeRange during(Row row) {
        return new TimeRange(row.getOffsetDateTime("starts_at").toInstant(), row.getOffsetDateTime("ends_at").toInstant());
    }

    private static Busy busy(RowSet<Row> rows) {
        var byResource = new HashMap<UUID, List<TimeRange>>();
        rows.forEach(row -> byResource.computeIfAbsent(row.getUUID("resource_id"), resource -> new ArrayList<>())
                .add(during(row)));
        return new Busy(byResource);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
