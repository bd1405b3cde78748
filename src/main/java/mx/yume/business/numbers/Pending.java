package mx.yume.business.numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;

/** Businesses that wait for a person of Yume to see to their number. */
@ApplicationScoped
public class Pending {

    /**
     * @param business what it is called
     * @param reason why no provider gave one by itself, for administrators: it may be in a provider's words
     * @param since when that came to be
     */
    public record Waiting(OrganizationId organization, String business, String reason, Instant requested, Instant since) {}

    private static final int MOST = 500;

    private static final String LIST = """
            select r.organization_id, o.name, r.reason, r.requested_at, r.state_since
            from number_request r join organization o on o.organization_id = r.organization_id
            where r.status = 'pending' order by r.requested_at, r.organization_id limit $1
            """;

    private final NumberRequests requests;
    private final Database database;

    Pending(NumberRequests requests, Database database) {
        this.requests = requests;
        this.database = database;
    }

    /** Those that have waited longest first, at most 500. */
    public Uni<List<Waiting>> list() {
        return database.inScope(Scope.ROUTING,
                connection -> connection.preparedQuery(LIST).execute(Tuple.of(MOST)).map(rows -> {
                    var waiting = new ArrayList<Waiting>();
                    rows.forEach(row -> waiting.add(waiting(row)));
                    return List.copyOf(waiting);
                }));
    }

    /** Asks the providers again, now that what was missing is there: whether the business waited, or had given its number up. */
    public Uni<Boolean> askAgain(OrganizationId organization) {
        return database.inTenant(organization, connection -> requests.askAnew(connection, organization));
    }

    private static Waiting waiting(Row row) {
        return new Waiting(new OrganizationId(row.getUUID("organization_id")), row.getString("name"), row.getString("reason"),
                row.getOffsetDateTime("requested_at").toInstant(), row.getOffsetDateTime("state_since").toInstant());
    }
}
