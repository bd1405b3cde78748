package mx.yume.scheduling.series;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Appointments;

/** The rows of series, and which appointments belong to them. */
final class SeriesRows {

    private static final String INSERT = """
            insert into series (organization_id, id, customer_id, every_weeks, times, created_at) values ($1, $2, $3, $4, $5, $6)
            """;
    private static final String JOIN = "update appointment set series_id = $2 where organization_id = $1 and id = any ($3)";
    private static final String OF = "select series_id from appointment where organization_id = $1 and id = $2";
    private static final String REST = """
            select id from appointment
            where organization_id = $1 and series_id = $2 and starts_at >= $3 and status in ('pending', 'confirmed')
            order by starts_at, id
            """;

    private SeriesRows() {}

    static Uni<Void> insert(SqlConnection connection, OrganizationId organization, SeriesId id, Optional<PersonId> customer,
            Rhythm rhythm, Instant now) {
        return connection.preparedQuery(INSERT)
                .execute(Tuple.of(organization.value(), id.value(), customer.map(PersonId::value).orElse(null),
                        rhythm.everyWeeks(), rhythm.times(), Appointments.utc(now)))
                .replaceWithVoid();
    }

    static Uni<Void> join(SqlConnection connection, OrganizationId organization, SeriesId id, List<Appointment> appointments) {
        var ids = appointments.stream().map(appointment -> appointment.id().value()).toArray(UUID[]::new);
        return connection.preparedQuery(JOIN).execute(Tuple.of(organization.value(), id.value(), ids)).replaceWithVoid();
    }

    static Uni<Optional<SeriesId>> of(SqlConnection connection, OrganizationId organization, AppointmentId appointment) {
        return connection.preparedQuery(OF).execute(Tuple.of(organization.value(), appointment.value()))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getUUID("series_id")).map(SeriesId::new));
    }

    /** Those that still stand from a moment on, sorted by start. */
    static Uni<List<AppointmentId>> rest(SqlConnection connection, OrganizationId organization, SeriesId id, Instant from) {
        return connection.preparedQuery(REST).execute(Tuple.of(organization.value(), id.value(), Appointments.utc(from)))
                .map(rows -> {
                    var ids = new ArrayList<AppointmentId>();
                    rows.forEach(row -> ids.add(new AppointmentId(row.getUUID("id"))));
                    return List.copyOf(ids);
                });
    }
}
