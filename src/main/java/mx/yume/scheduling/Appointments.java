package mx.yume.scheduling;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Location;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.customers.PersonId;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;

/** The rows of appointments, without any rule of their own. */
final class Appointments {

    private static final String SELECT = """
            select a.id, a.customer_id, a.customer_name, a.service_id, s.name as service_name, a.staff_id,
                   m.name as staff_name, a.spot_id, a.starts_at, a.ends_at, a.zone, a.price_centavos, a.status, a.version
            from appointment a
            join service s on s.organization_id = a.organization_id and s.id = a.service_id
            join staff_member m on m.organization_id = a.organization_id and m.id = a.staff_id
            where a.organization_id = $1
            """;
    private static final String FIND = SELECT + "and a.id = $2";
    private static final String LOCK = FIND + " for update of a";
    /** No visit lasts over a day, so its start bounds the index scan. */
    private static final String UPCOMING = SELECT + """
            and a.customer_id = $2 and a.starts_at > $3 and a.ends_at > $4 and a.status in ('pending', 'confirmed')
            order by a.starts_at, a.id
            """;
    private static final String INSERT = """
            insert into appointment (organization_id, id, location_id, customer_id, customer_name, service_id, staff_id, spot_id,
                                     starts_at, ends_at, local_start, zone, price_centavos, status, origin, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'confirmed', $14, $15)
            """;
    private static final String MOVE = """
            update appointment set starts_at = $3, ends_at = $4, local_start = $5, zone = $6, spot_id = $7, location_id = $8,
                                   version = version + 1
            where organization_id = $1 and id = $2
            """;
    /** A visit that has begun is the business's to close. */
    private static final String CANCEL = """
            update appointment set status = 'cancelled', cancelled_at = $5, version = version + 1
            where organization_id = $1 and id = $2 and customer_id = $3 and version = $4
              and status in ('pending', 'confirmed') and starts_at > $5
            """;

    private Appointments() {}

    static Uni<Optional<Appointment>> find(SqlConnection connection, OrganizationId organization, AppointmentId id) {
        return one(connection, FIND, organization, id);
    }

    /** Nobody else changes it until the transaction ends. */
    static Uni<Optional<Appointment>> lock(SqlConnection connection, OrganizationId organization, AppointmentId id) {
        return one(connection, LOCK, organization, id);
    }

    static Uni<List<Appointment>> upcoming(SqlConnection connection, OrganizationId organization, PersonId customer,
            Instant now) {
        return connection.preparedQuery(UPCOMING)
                .execute(Tuple.of(organization.value(), customer.value(), utc(now.minus(Availability.LONGEST)), utc(now)))
                .map(Appointments::appointments);
    }

    static Uni<Void> insert(SqlConnection connection, OrganizationId organization, Location location, Appointment booked,
            String origin, Instant now) {
        return connection.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[]{organization.value(), booked.id().value(), location.id().value(),
                        booked.customer().value(), booked.customerName(), booked.service().value(), booked.staff().value(),
                        spot(booked), utc(booked.start().toInstant()), utc(booked.end().toInstant()),
                        booked.start().toLocalDateTime(), location.zone().getId(), booked.price().centavos(), origin,
                        utc(now)}))
                .replaceWithVoid();
    }

    /** Writes its times and spot; the caller holds the row and knows its version. */
    static Uni<Void> move(SqlConnection connection, OrganizationId organization, Location location, Appointment moved) {
        return connection.preparedQuery(MOVE)
                .execute(Tuple.from(new Object[]{organization.value(), moved.id().value(), utc(moved.start().toInstant()),
                        utc(moved.end().toInstant()), moved.start().toLocalDateTime(), location.zone().getId(), spot(moved),
                        location.id().value()}))
                .replaceWithVoid();
    }

    /** Compare-and-set on customer, version, status and not having begun: whether it was this call that cancelled it. */
    static Uni<Boolean> cancel(SqlConnection connection, OrganizationId organization, PersonId customer, AppointmentId id,
            int seenVersion, Instant now) {
        return connection.preparedQuery(CANCEL)
                .execute(Tuple.of(organization.value(), id.value(), customer.value(), seenVersion, utc(now)))
                .map(updated -> updated.rowCount() == 1);
    }

    private static Uni<Optional<Appointment>> one(SqlConnection connection, String query, OrganizationId organization,
            AppointmentId id) {
        return connection.preparedQuery(query).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> appointments(rows).stream().findFirst());
    }

    private static List<Appointment> appointments(RowSet<Row> rows) {
        var appointments = new ArrayList<Appointment>();
        rows.forEach(row -> appointments.add(appointment(row)));
        return List.copyOf(appointments);
    }

    private static Appointment appointment(Row row) {
        var zone = ZoneId.of(row.getString("zone"));
        return new Appointment(new AppointmentId(row.getUUID("id")), new PersonId(row.getUUID("customer_id")),
                row.getString("customer_name"), new ServiceId(row.getUUID("service_id")), row.getString("service_name"),
                new StaffId(row.getUUID("staff_id")), row.getString("staff_name"),
                Optional.ofNullable(row.getUUID("spot_id")).map(SpotId::new),
                row.getOffsetDateTime("starts_at").atZoneSameInstant(zone),
                row.getOffsetDateTime("ends_at").atZoneSameInstant(zone), new Money(row.getLong("price_centavos")),
                AppointmentStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)), row.getInteger("version"));
    }

    private static @Nullable UUID spot(Appointment appointment) {
        return appointment.spot().map(SpotId::value).orElse(null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
