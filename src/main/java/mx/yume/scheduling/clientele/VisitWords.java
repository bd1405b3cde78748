package mx.yume.scheduling.clientele;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.AppointmentId;

/** What was written down in words about somebody's visits, by them or by the business. */
@ApplicationScoped
public class VisitWords {

    /**
     * @param comment theirs, with the stars they gave
     * @param cancelReason why it was cancelled, by whichever side
     */
    public record Words(Optional<String> comment, Optional<String> cancelReason) {

        public static final Words NONE = new Words(Optional.empty(), Optional.empty());
    }

    private static final String FIND = """
            select id, rating_comment, cancel_reason from appointment
            where organization_id = $1 and customer_id = $2 and num_nonnulls(rating_comment, cancel_reason) > 0
            order by starts_at desc limit $3
            """;

    private final Database database;

    VisitWords(Database database) {
        this.database = database;
    }

    /**
     * Visits about which there is none are left out.
     *
     * @param most visits, the latest of them
     */
    public Uni<Map<AppointmentId, Words>> of(OrganizationId organization, PersonId customer, int most) {
        return database.inTenant(organization, connection -> connection.preparedQuery(FIND)
                .execute(Tuple.of(organization.value(), customer.value(), most)).map(rows -> {
                    var words = new HashMap<AppointmentId, Words>();
                    rows.forEach(row -> words.put(new AppointmentId(row.getUUID("id")),
                            new Words(Optional.ofNullable(row.getString("rating_comment")),
                                    Optional.ofNullable(row.getString("cancel_reason")))));
                    return Map.copyOf(words);
                }));
    }
}
