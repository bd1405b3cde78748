package mx.yume.scheduling;

import java.time.Duration;
import java.util.ArrayList;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/**
 * That somebody made the last service of an appointment longer or shorter than the menu has it. It stays so when the appointment
 * moves with the same services and people; what the menu said when it was booked does not.
 */
public final class OwnLength {

    private static final String FIND = """
            select position, own_minutes from appointment_part
            where organization_id = $1 and appointment_id = $2 and own_minutes is not null order by position desc limit 1
            """;
    private static final String KEEP = """
            update appointment_part set own_minutes = $4 where organization_id = $1 and appointment_id = $2 and position = $3
            """;

    private OwnLength() {}

    /** The wish with the length that the appointment it replaces has of its own, unless it brings another. */
    static Uni<Wish> in(SqlConnection connection, OrganizationId organization, Wish wish) {
        var keeping = wish.instead().filter(now -> wish.length().isEmpty() && wish.services().equals(Change.asBooked(now)));
        return keeping.map(now -> connection.preparedQuery(FIND).execute(Tuple.of(organization.value(), now.id().value()))
                .map(rows -> kept(rows, wish))).orElseGet(() -> Uni.createFrom().item(wish));
    }

    /** The order of services is no promise, and the length is that of the last. */
    private static Wish kept(RowSet<Row> rows, Wish wish) {
        if (rows.size() == 0) {
            return wish;
        }
        var row = rows.iterator().next();
        var services = new ArrayList<>(wish.services());
        services.add(services.remove((int) row.getShort("position")));
        return wish.lasting(services, Duration.ofMinutes(row.getInteger("own_minutes")));
    }

    /** Of the service that the wish named last. */
    static Uni<Void> keep(SqlConnection connection, OrganizationId organization, Appointment after, Wish wish) {
        var last = wish.services().getLast().service();
        var position = after.parts().stream().map(Part::service).toList().lastIndexOf(last);
        return wish.length().map(length -> keep(connection, organization, after.id(), position, length))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** @param position of the part, from 0 */
    public static Uni<Void> keep(SqlConnection connection, OrganizationId organization, AppointmentId id, int position,
            Duration length) {
        return connection.preparedQuery(KEEP)
                .execute(Tuple.of(organization.value(), id.value(), (short) position, (int) length.toMinutes()))
                .replaceWithVoid();
    }
}
