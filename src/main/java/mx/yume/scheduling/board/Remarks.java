package mx.yume.scheduling.board;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.AppointmentId;

/** What people wrote about an appointment, for those who look at it alone. */
@ApplicationScoped
public class Remarks {

    private static final String ON = """
            select cancel_reason, rating_comment from appointment where organization_id = $1 and id = $2
            """;

    /** @param comment to the rating */
    public record Of(Optional<String> cancelReason, Optional<String> comment) {

        public static final Of NONE = new Of(Optional.empty(), Optional.empty());
    }

    private final Database database;

    Remarks(Database database) {
        this.database = database;
    }

    public Uni<Of> on(OrganizationId organization, AppointmentId appointment) {
        return database.inTenant(organization, connection -> connection.preparedQuery(ON)
                .execute(Tuple.of(organization.value(), appointment.value())).map(rows -> {
                    var all = rows.iterator();
                    if (!all.hasNext()) {
                        return Of.NONE;
                    }
                    var row = all.next();
                    return new Of(Optional.ofNullable(row.getString("cancel_reason")),
                            Optional.ofNullable(row.getString("rating_comment")).filter(text -> !text.isBlank()));
                }));
    }
}
