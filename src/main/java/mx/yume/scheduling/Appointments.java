package mx.yume.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.LocationId;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.AppointmentFact.By;

/** The rows of appointments, without any rule of their own. */
public final class Appointments {

    /** One row for each part; those of one appointment follow each other. */
    private static final String SELECT = """
            select a.id, a.customer_id, a.customer_name, a.location_id, l.zone, a.starts_at, a.ends_at, a.price_centavos, a.status,
                   a.disputed_at is not null as disputed, a.rating, a.closed_at is not null as closed,
                   a.confirmed_at is not null as affirmed, a.version,
                   p.service_id, s.name as service_name, p.staff_id, m.name as staff_name, p.spot_id,
                   p.starts_at as part_starts_at, p.ends_at as part_ends_at, p.price_centavos as part_price_centavos
            from appointment a
            join location l on l.organization_id = a.organization_id and l.id = a.location_id
            join appointment_part p on p.organization_id = a.organization_id and p.appointment_id = a.id
            join service s on s.organization_id = a.organization_id and s.id = p.service_id
            join staff_member m on m.organization_id = a.organization_id and m.id = p.staff_id
            where a.organization_id = $1
            """;
    private static final String IN_ORDER = " order by a.starts_at, a.id, p.position";
    private static final String FIND = SELECT + "and a.id = $2" + IN_ORDER;
    private static final String LOCK = "select 1 from appointment where organization_id = $1 and id = $2 for update";
    /** No visit lasts over a day, so its start bounds the index scan. */
    private static final String UPCOMING = SELECT + """
            and a.customer_id = $2 and a.starts_at > $3 and a.ends_at > $4 and a.status in ('pending', 'confirmed')
            """ + IN_ORDER;
    private static final String LATEST = SELECT + """
            and a.id in (select id from appointment v
                         where v.organization_id = $1 and v.customer_id = $2 and v.starts_at <= $3
                           and v.status in ('confirmed', 'completed')
                         order by v.starts_at desc limit $4)
            """ + IN_ORDER;
    private static final String ALL = SELECT + "and a.id = any ($2)" + IN_ORDER;
    private static final String ATTENDED = SELECT + """
            and a.customer_id = $2 and a.starts_at > $3 and a.status = 'completed' and a.closed_at is null
            """ + IN_ORDER;
    private static final String UNMARKED = SELECT + """
            and a.id in (select id from appointment u
                         where u.organization_id = $1 and u.status in ('pending', 'confirmed') and u.ends_at <= $2
                           and ($3::uuid is null or exists (select 1 from appointment_part w where w.organization_id = $1
                                                              and w.appointment_id = u.id and w.staff_id = $3))
                         order by u.ends_at desc limit $4)
            """ + IN_ORDER;
    private static final String EXPECTED = SELECT + """
            and a.id = any ($2) and a.starts_at > $3 and a.status in ('pending', 'confirmed')
            """ + IN_ORDER;
    private static final String SHARE_ALL = """
            select 1 from appointment where organization_id = $1 and id = any ($2) order by id for share
            """;
    private static final String LOCK_ALL = """
            select 1 from appointment where organization_id = $1 and id = any ($2) order by id for update
            """;
    private static final String BETWEEN = SELECT
            + """
                    and a.location_id = any ($2) and a.starts_at > $3 and a.starts_at < $5 and a.ends_at > $4 and a.status <> 'cancelled'
                    """
            + IN_ORDER;
    private static final String EVERYTHING = SELECT + """
            and a.location_id = $2 and a.starts_at > $3 and a.starts_at < $5 and a.ends_at > $4
            """ + IN_ORDER;
    private static final String HISTORY = SELECT + """
            and a.id in (select h.id from appointment h where h.organization_id = $1 and h.customer_id = $2
                         order by h.starts_at desc limit $3)
            order by a.starts_at desc, a.id, p.position
            """;
    private static final String ORIGIN = "select origin from appointment where organization_id = $1 and id = $2";
    private static final String INSERT = """
            insert into appointment (organization_id, id, location_id, customer_id, customer_name, starts_at, ends_at, local_start,
                                     zone, price_centavos, status, origin, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'confirmed', $11, $12)
            """;
    private static final String MOVE = """
            update appointment set starts_at = $3, ends_at = $4, local_start = $5, zone = $6, location_id = $7,
                                   price_centavos = $8, version = version + 1,
                                   confirmed_at = case when starts_at = $3 then confirmed_at end
            where organization_id = $1 and id = $2
            """;
    private static final String CANCEL = """
            update appointment set status = 'cancelled', cancelled_at = $3, cancelled_by = $4, cancel_reason = $5,
                                   version = version + 1
            where organization_id = $1 and id = $2
            """;

    private Appointments() {}

    public static Uni<Optional<Appointment>> find(SqlConnection connection, OrganizationId organization, AppointmentId id) {
        return one(connection, FIND, organization, id);
    }

    /**
     * Nobody else changes it until the transaction ends. It is read after it is locked: one statement that waited for the row
     * would join the row as it is now with the parts as they were before.
     */
    public static Uni<Optional<Appointment>> lock(SqlConnection connection, OrganizationId organization, AppointmentId id) {
        return Uni.combine().all()
                .unis(connection.preparedQuery(LOCK).execute(Tuple.of(organization.value(), id.value())),
                        find(connection, organization, id))
                .with((locked, found) -> found);
    }

    /** Through which of its lives it was made: {@code real}, {@code simulator}, {@code playground} or {@code demo}. */
    public static Uni<String> origin(SqlConnection connection, OrganizationId organization, AppointmentId id) {
        return connection.preparedQuery(ORIGIN).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> rows.iterator().next().getString("origin"));
    }

    /** Those of these ids, sorted by start. */
    public static Uni<List<Appointment>> all(SqlConnection connection, OrganizationId organization,
            Collection<AppointmentId> ids) {
        return connection.preparedQuery(ALL)
                .execute(Tuple.of(organization.value(), ids.stream().map(AppointmentId::value).toArray(UUID[]::new)))
                .map(Appointments::appointments);
    }

    /**
     * Over by now and nobody said how they went, sorted by start.
     *
     * @param most of them, the latest
     */
    public static Uni<List<Appointment>> unmarked(SqlConnection connection, OrganizationId organization,
            Optional<StaffId> staff, Instant now, int most) {
        return connection.preparedQuery(UNMARKED)
                .execute(Tuple.of(organization.value(), utc(now), staff.map(StaffId::value).orElse(null), most))
                .map(Appointments::appointments);
    }

    /** Not cancelled and in this range, at these locations, sorted by start. */
    static Uni<List<Appointment>> between(SqlConnection connection, OrganizationId organization,
            Collection<LocationId> locations, TimeRange range) {
        return connection.preparedQuery(BETWEEN)
                .execute(Tuple.of(organization.value(), locations.stream().map(LocationId::value).toArray(UUID[]::new),
                        utc(range.start().minus(Availability.LONGEST)), utc(range.start()), utc(range.end())))
                .map(Appointments::appointments);
    }

    /** In whatever status, cancelled ones too, and in this range at one location, sorted by start. */
    public static Uni<List<Appointment>> everything(SqlConnection connection, OrganizationId organization,
            LocationId location, TimeRange range) {
        return connection.preparedQuery(EVERYTHING)
                .execute(Tuple.of(organization.value(), location.value(), utc(range.start().minus(Availability.LONGEST)),
                        utc(range.start()), utc(range.end())))
                .map(Appointments::appointments);
    }

    /** In whatever status, the latest start first. */
    static Uni<List<Appointment>> history(SqlConnection connection, OrganizationId organization, PersonId customer,
            int most) {
        return connection.preparedQuery(HISTORY).execute(Tuple.of(organization.value(), customer.value(), most))
                .map(Appointments::appointments);
    }

    public static Uni<List<Appointment>> upcoming(SqlConnection connection, OrganizationId organization, PersonId customer,
            Instant now) {
        return connection.preparedQuery(UPCOMING)
                .execute(Tuple.of(organization.value(), customer.value(), utc(now.minus(Availability.LONGEST)), utc(now)))
                .map(Appointments::appointments);
    }

    /** Visits of a customer that took place, began after {@code since} and are not closed, sorted by start. */
    public static Uni<List<Appointment>> attended(SqlConnection connection, OrganizationId organization, PersonId customer,
            Instant since) {
        return connection.preparedQuery(ATTENDED).execute(Tuple.of(organization.value(), customer.value(), utc(since)))
                .map(Appointments::appointments);
    }

    /**
     * Visits that have begun and were not cancelled nor missed, the newest first.
     *
     * @param most of them
     */
    static Uni<List<Appointment>> latest(SqlConnection connection, OrganizationId organization, PersonId customer, Instant now,
            int most) {
        return connection.preparedQuery(LATEST).execute(Tuple.of(organization.value(), customer.value(), utc(now), most))
                .map(rows -> appointments(rows).reversed());
    }

    /** Those of them that are pending or confirmed and have not begun, sorted by start. */
    public static Uni<List<Appointment>> expected(SqlConnection connection, OrganizationId organization, Collection<UUID> ids,
            Instant now) {
        return connection.preparedQuery(EXPECTED).execute(Tuple.of(organization.value(), ids.toArray(UUID[]::new), utc(now)))
                .map(Appointments::appointments);
    }

    /** The same, and nobody else changes them until the transaction ends. */
    public static Uni<List<Appointment>> lockExpected(SqlConnection connection, OrganizationId organization,
            Collection<UUID> ids, Instant now) {
        return Uni.combine().all()
                .unis(connection.preparedQuery(LOCK_ALL).execute(Tuple.of(organization.value(), ids.toArray(UUID[]::new))),
                        expected(connection, organization, ids, now))
                .with((locked, found) -> found);
    }

    /** The same for those who only read: nobody moves or cancels them until the transaction ends. */
    static Uni<List<Appointment>> shareExpected(SqlConnection connection, OrganizationId organization,
            Collection<UUID> ids, Instant now) {
        return Uni.combine().all()
                .unis(connection.preparedQuery(SHARE_ALL).execute(Tuple.of(organization.value(), ids.toArray(UUID[]::new))),
                        expected(connection, organization, ids, now))
                .with((shared, found) -> found);
    }

    public static Uni<Void> insert(SqlConnection connection, OrganizationId organization, Appointment booked, String origin,
            Instant now) {
        return connection.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[]{organization.value(), booked.id().value(), booked.location().value(),
                        booked.customer().map(PersonId::value).orElse(null), booked.customerName(),
                        utc(booked.start().toInstant()), utc(booked.end().toInstant()), booked.start().toLocalDateTime(),
                        booked.start().getZone().getId(), booked.price().centavos(), origin, utc(now)}))
                .chain(() -> Parts.insert(connection, organization, booked));
    }

    /** Writes its place, times, parts and price; the caller holds the row and knows its version. */
    public static Uni<Void> move(SqlConnection connection, OrganizationId organization, Appointment moved) {
        return connection.preparedQuery(MOVE)
                .execute(Tuple.from(new Object[]{organization.value(), moved.id().value(), utc(moved.start().toInstant()),
                        utc(moved.end().toInstant()), moved.start().toLocalDateTime(), moved.start().getZone().getId(),
                        moved.location().value(), moved.price().centavos()}))
                .chain(() -> Parts.replace(connection, organization, moved));
    }

    /** The caller holds the row and knows its version and status. */
    public static Uni<Void> cancel(SqlConnection connection, OrganizationId organization, AppointmentId id, By by,
            Optional<String> reason, Instant now) {
        return connection.preparedQuery(CANCEL)
                .execute(Tuple.of(organization.value(), id.value(), utc(now), by.name().toLowerCase(Locale.ROOT),
                        reason.orElse(null)))
                .replaceWithVoid();
    }

    private static Uni<Optional<Appointment>> one(SqlConnection connection, String query, OrganizationId organization,
            AppointmentId id) {
        return connection.preparedQuery(query).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> appointments(rows).stream().findFirst());
    }

    private static List<Appointment> appointments(RowSet<Row> rows) {
        var parts = new LinkedHashMap<UUID, List<Row>>();
        rows.forEach(row -> parts.computeIfAbsent(row.getUUID("id"), id -> new ArrayList<>()).add(row));
        return parts.values().stream().map(Appointments::appointment).toList();
    }

    private static Appointment appointment(List<Row> parts) {
        var row = parts.getFirst();
        var zone = ZoneId.of(row.getString("zone"));
        return new Appointment(new AppointmentId(row.getUUID("id")),
                Optional.ofNullable(row.getUUID("customer_id")).map(PersonId::new),
                row.getString("customer_name"), new LocationId(row.getUUID("location_id")),
                parts.stream().map(part -> part(part, zone)).toList(), at(row, "starts_at", zone), at(row, "ends_at", zone),
                new Money(row.getLong("price_centavos")),
                AppointmentStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)), aftermath(row),
                row.getBoolean("affirmed"), row.getInteger("version"));
    }

    private static Part part(Row row, ZoneId zone) {
        return new Part(new ServiceId(row.getUUID("service_id")), row.getString("service_name"),
                new StaffId(row.getUUID("staff_id")), row.getString("staff_name"),
                Optional.ofNullable(row.getUUID("spot_id")).map(SpotId::new), at(row, "part_starts_at", zone),
                at(row, "part_ends_at", zone), new Money(row.getLong("part_price_centavos")));
    }

    private static Aftermath aftermath(Row row) {
        var rating = row.getShort("rating");
        return new Aftermath(row.getBoolean("disputed"), rating == null ? OptionalInt.empty() : OptionalInt.of(rating),
                row.getBoolean("closed"));
    }

    private static ZonedDateTime at(Row row, String column, ZoneId zone) {
        return row.getOffsetDateTime(column).atZoneSameInstant(zone);
    }

    public static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
