package mx.yume.business.hours;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.LocationId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** Why a location's dates are apart from its week, as whoever set them apart wrote it. */
@ApplicationScoped
public class DayNotes {

    private static final String NOTES = """
            select day, note from special_day where organization_id = $1 and location_id = $2 and note <> '' and day >= $3
            """;

    private final Database database;

    DayNotes(Database database) {
        this.database = database;
    }

    /** @param since earlier dates are left out */
    public Uni<Map<LocalDate, String>> of(OrganizationId organization, LocationId location, LocalDate since) {
        return database.inTenant(organization, connection -> connection.preparedQuery(NOTES)
                .execute(Tuple.of(organization.value(), location.value(), since)).map(rows -> {
                    var notes = new HashMap<LocalDate, String>();
                    rows.forEach(row -> notes.put(row.getLocalDate("day"), row.getString("note")));
                    return Map.copyOf(notes);
                }));
    }
}
