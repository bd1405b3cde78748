package mx.yume.business;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/** The owner's order of what is in use. {@link Locks#setup} is held, and of locations and staff members their rows. */
public final class Positions {

    public enum Of {
        LOCATIONS("location"), SERVICES("service"), SPOTS("spot"), STAFF("staff_member");

        private final String there;
        private final String order;

        Of(String table) {
            there = "select id, active from " + table + " where organization_id = $1";
            order = "update " + table + " t set position = o.position - 1"
                    + " from unnest($2::uuid[]) with ordinality as o (id, position)"
                    + " where t.organization_id = $1 and t.id = o.id";
        }
    }

    public enum Order {
        DONE,
        /** Not all of them are there. */
        UNKNOWN,
        /** What is in use is not exactly these, each once. */
        INCOMPLETE
    }

    private Positions() {}

    public static Uni<Order> reorder(SqlConnection connection, OrganizationId organization, Of what, List<UUID> order) {
        return connection.preparedQuery(what.there).execute(Tuple.of(organization.value())).chain(rows -> {
            var known = new HashSet<UUID>();
            var inUse = new HashSet<UUID>();
            rows.forEach(row -> (row.getBoolean("active") ? inUse : known).add(row.getUUID("id")));
            known.addAll(inUse);
            var found = compare(order, known, inUse);
            return found == Order.DONE
                    ? write(connection, organization, what, order)
                    : Uni.createFrom().item(found);
        });
    }

    private static Order compare(List<UUID> order, Set<UUID> known, Set<UUID> inUse) {
        if (!known.containsAll(order)) {
            return Order.UNKNOWN;
        }
        return order.size() == inUse.size() && inUse.equals(Set.copyOf(order)) ? Order.DONE : Order.INCOMPLETE;
    }

    private static Uni<Order> write(SqlConnection connection, OrganizationId organization, Of what, List<UUID> order) {
        return connection.preparedQuery(what.order).execute(Tuple.of(organization.value(), order.toArray(UUID[]::new)))
                .replaceWith(Order.DONE);
    }
}
