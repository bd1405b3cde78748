package mx.yume.business;

import java.util.Collection;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/**
 * What a change of the setup locks until its transaction ends. Bookings hold the locations' and then the staff members' rows FOR
 * SHARE, in the order of their ids; whoever takes several of these locks takes them in that order too, {@link #setup} first,
 * services and spots last.
 */
public final class Locks {

    /** Weaker than FOR UPDATE: rows that point at the organization can still be added meanwhile. */
    private static final String SETUP = "select 1 from organization where organization_id = $1 for no key update";
    private static final String LOCATIONS = "select 1 from location where organization_id = $1 order by id for update";
    private static final String LOCATION = "select version from location where organization_id = $1 and id = $2 for update";
    private static final String STAFF_MEMBER = "select version from staff_member where organization_id = $1 and id = $2 for update";
    private static final String STAFF = """
            select 1 from staff_member where organization_id = $1 and id = any ($2) order by id for update
            """;

    private static final String SERVICE = """
            select version from service where organization_id = $1 and id = $2 for no key update
            """;
    private static final String SPOT = "select version from spot where organization_id = $1 and id = $2 for no key update";

    private Locks() {}

    /** One change at a time of what must stay unique in an organization. Bookings do not wait for it. */
    public static Uni<Void> setup(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(SETUP).execute(Tuple.of(organization.value())).replaceWithVoid();
    }

    /** All locations, active or not: no booking goes on anywhere in the organization. */
    public static Uni<Void> locations(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(LOCATIONS).execute(Tuple.of(organization.value())).replaceWithVoid();
    }

    /** @return its row compared with the version that somebody saw */
    public static Uni<Seen> location(SqlConnection connection, OrganizationId organization, LocationId id, int seenVersion) {
        return connection.preparedQuery(LOCATION).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> Seen.of(rows, seenVersion));
    }

    /** @return whether there is such a location */
    public static Uni<Boolean> location(SqlConnection connection, OrganizationId organization, LocationId id) {
        return connection.preparedQuery(LOCATION).execute(Tuple.of(organization.value(), id.value())).map(Locks::found);
    }

    /** @return their row compared with the version that somebody saw */
    public static Uni<Seen> staffMember(SqlConnection connection, OrganizationId organization, StaffId id, int seenVersion) {
        return connection.preparedQuery(STAFF_MEMBER).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> Seen.of(rows, seenVersion));
    }

    /** Weaker than the others: appointments of it can still be written. */
    public static Uni<Seen> service(SqlConnection connection, OrganizationId organization, ServiceId id, int seenVersion) {
        return connection.preparedQuery(SERVICE).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> Seen.of(rows, seenVersion));
    }

    /** Weaker than the others: appointments on it can still be written. */
    public static Uni<Seen> spot(SqlConnection connection, OrganizationId organization, SpotId id, int seenVersion) {
        return connection.preparedQuery(SPOT).execute(Tuple.of(organization.value(), id.value()))
                .map(rows -> Seen.of(rows, seenVersion));
    }

    /** @return whether all of them are of this organization */
    public static Uni<Boolean> staff(SqlConnection connection, OrganizationId organization, Collection<StaffId> ids) {
        var values = ids.stream().map(StaffId::value).distinct().toArray(UUID[]::new);
        return connection.preparedQuery(STAFF).execute(Tuple.of(organization.value(), values))
                .map(rows -> rows.size() == values.length);
    }

    private static boolean found(RowSet<Row> rows) {
        return rows.size() > 0;
    }
}
