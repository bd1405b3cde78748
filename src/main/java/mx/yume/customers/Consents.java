package mx.yume.customers;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.customers.Consent.What;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.UuidV7;

/** Every consent with its time, in the order they were said. Nothing of it is ever changed: the last one of a kind holds. */
@ApplicationScoped
public class Consents {

    private static final String ADD = """
            insert into consent (organization_id, id, person_id, what, given, at, turn_id) values ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String OF_PERSON = """
            select what, given, at, turn_id from consent where organization_id = $1 and person_id = $2 order by at, id
            """;

    private final Database database;
    private final Clock clock;

    Consents(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** In the transaction that makes it so. */
    public Uni<Void> add(SqlConnection connection, OrganizationId organization, PersonId person, What what, boolean given,
            UUID turn) {
        return connection.preparedQuery(ADD)
                .execute(Tuple.from(new Object[]{organization.value(), UuidV7.next(), person.value(), what.sql(), given,
                        clock.instant().atOffset(ZoneOffset.UTC), turn}))
                .replaceWithVoid();
    }

    /** All of somebody's, oldest first. */
    public Uni<List<Consent>> of(OrganizationId organization, PersonId person) {
        return database.inTenant(organization, connection -> connection.preparedQuery(OF_PERSON)
                .execute(Tuple.of(organization.value(), person.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Consent(What.ofSql(row.getString("what")), row.getBoolean("given"),
                                row.getOffsetDateTime("at").toInstant(), row.getUUID("turn_id")))
                        .toList()));
    }
}
