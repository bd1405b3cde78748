package mx.yume.scheduling.clientele;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.PersonId;
import mx.yume.platform.OrganizationId;

/** What is left of somebody's visits when they are forgotten: when, what, with whom, for how much; not whose, and none of their words. */
@ApplicationScoped
public class NamelessVisits {

    private static final String VISITS = """
            update appointment
            set customer_name = $3, rating_comment = null,
                cancel_reason = case when cancel_reason is null then null else $3 end, version = version + 1
            where organization_id = $1 and customer_id = $2 returning id
            """;
    private static final String ENTRIES = """
            update waitlist_entry set customer_name = $3, version = version + 1 where organization_id = $1 and customer_id = $2
            """;

    NamelessVisits() {}

    /**
     * In the caller's transaction.
     *
     * @param name instead of theirs
     * @return the appointments that were theirs
     */
    public Uni<List<UUID>> of(SqlConnection connection, OrganizationId organization, PersonId customer, String name) {
        var values = Tuple.of(organization.value(), customer.value(), name);
        return connection.preparedQuery(ENTRIES).execute(values)
                .chain(() -> connection.preparedQuery(VISITS).execute(values)).map(rows -> {
                    var ids = new ArrayList<UUID>();
                    rows.forEach(row -> ids.add(row.getUUID("id")));
                    return List.copyOf(ids);
                });
    }
}
