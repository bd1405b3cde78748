package mx.yume.scheduling;

import java.util.ArrayList;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Placement.Seat;

/** The rows of the services of appointments. */
public final class Parts {

    private static final String INSERT = """
            insert into appointment_part (organization_id, appointment_id, position, service_id, staff_id, spot_id, starts_at, ends_at,
                                          price_centavos)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String DELETE = "delete from appointment_part where organization_id = $1 and appointment_id = $2";

    private Parts() {}

    public static List<Part> of(Fits place) {
        return place.seats().stream().map(seat -> part(seat, place)).toList();
    }

    public static Uni<Void> insert(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        var rows = new ArrayList<Tuple>();
        for (var part : appointment.parts()) {
            rows.add(Tuple.from(new Object[]{organization.value(), appointment.id().value(), (short) rows.size(),
                    part.service().value(), part.staff().value(), part.spot().map(SpotId::value).orElse(null),
                    Appointments.utc(part.start().toInstant()), Appointments.utc(part.end().toInstant()),
                    part.price().centavos()}));
        }
        return connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    public static Uni<Void> replace(SqlConnection connection, OrganizationId organization, Appointment appointment) {
        return connection.preparedQuery(DELETE).execute(Tuple.of(organization.value(), appointment.id().value()))
                .chain(() -> insert(connection, organization, appointment));
    }

    private static Part part(Seat seat, Fits place) {
        var zone = place.location().zone();
        return new Part(seat.service().id(), seat.service().name(), seat.staff().id(), seat.staff().name(),
                seat.spot().map(Spot::id), seat.visit().start().atZone(zone), seat.visit().end().atZone(zone), seat.price());
    }
}
