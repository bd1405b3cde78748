package mx.yume.scheduling.calendar;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Turnstile;

/**
 * Until the transaction ends nobody books at a business, moves anything or changes its calendar: they lock the same rows, at
 * least FOR SHARE. What they had written before is there to be read. All rows, for what is booked may be of any of them.
 */
final class Standstill {

    private static final String LOCATIONS = "select 1 from location where organization_id = $1 order by id for update";
    private static final String STAFF = "select 1 from staff_member where organization_id = $1 order by id for update";

    private Standstill() {}

    static Uni<Void> of(SqlConnection connection, OrganizationId organization) {
        return Turnstile.stop(connection, organization)
                .chain(() -> connection.preparedQuery(LOCATIONS).execute(Tuple.of(organization.value())))
                .chain(() -> connection.preparedQuery(STAFF).execute(Tuple.of(organization.value()))).replaceWithVoid();
    }
}
