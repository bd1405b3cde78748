package mx.yume.scheduling.blocks;

import java.util.Collection;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.platform.OrganizationId;
import mx.yume.scheduling.Turnstile;

/**
 * Keeps the people whose time changes out of everybody else's decisions until the transaction ends: bookings hold the same rows
 * FOR SHARE. Locations first, in the same order as there, since their zones and hours say what a wall clock means.
 */
final class StaffLocks {

    private static final String LOCATIONS = "select 1 from location where organization_id = $1 and active order by id for share";
    private static final String STAFF = """
            select 1 from staff_member where organization_id = $1 and active and ($2 or id = any ($3)) order by id for update
            """;

    private StaffLocks() {}

    static Uni<Void> lock(SqlConnection connection, OrganizationId organization, Who who) {
        return switch (who) {
            case Who.Everybody _ -> lock(connection, organization, true, new UUID[0]);
            case Who.These these -> lock(connection, organization, these.staff());
        };
    }

    static Uni<Void> lock(SqlConnection connection, OrganizationId organization, Collection<StaffId> staff) {
        return lock(connection, organization, false, staff.stream().map(StaffId::value).toArray(UUID[]::new));
    }

    private static Uni<Void> lock(SqlConnection connection, OrganizationId organization, boolean everybody, UUID[] staff) {
        return Turnstile.stop(connection, organization)
                .chain(() -> connection.preparedQuery(LOCATIONS).execute(Tuple.of(organization.value())))
                .chain(() -> connection.preparedQuery(STAFF).execute(Tuple.of(organization.value(), everybody, staff)))
                .replaceWithVoid();
    }
}
