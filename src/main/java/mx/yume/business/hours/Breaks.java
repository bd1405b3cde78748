package mx.yume.business.hours;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.BreakId;
import mx.yume.business.Locks;
import mx.yume.business.StaffId;
import mx.yume.business.hours.HoursOutcome.BreaksChanged;
import mx.yume.business.hours.HoursOutcome.NotFound;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;
import mx.yume.platform.UuidV7;

/**
 * The rows of weekly breaks, written in the caller's transaction; the rows of those concerned are locked first, so bookings with
 * them wait. Asking about appointments that would fall into a break is the caller's, and so is {@link HoursCheck}.
 */
public final class Breaks {

    private static final String ADD = """
            insert into weekly_break (organization_id, id, action_id, staff_id, weekday, starts, ends, first_day, last_day, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String OF_ONE = "select id, staff_id from weekly_break where organization_id = $1 and id = $2";
    /** Those that one action made: of several people, on several weekdays. */
    private static final String OF_ACTION = """
            select id, staff_id from weekly_break where organization_id = $1 and action_id = (
                select action_id from weekly_break where organization_id = $1 and id = $2)
            """;
    private static final String REMOVE = "delete from weekly_break where organization_id = $1 and id = any ($2)";

    private Breaks() {}

    /** One for each person and weekday; neither is empty. */
    public static Uni<HoursOutcome> add(SqlConnection connection, OrganizationId organization, Set<StaffId> staff,
            BreakPlan plan) {
        return Locks.staff(connection, organization, staff).chain(all -> all
                ? write(connection, organization, staff, plan)
                : Uni.createFrom().item(new NotFound()));
    }

    /** This one alone. */
    public static Uni<HoursOutcome> remove(SqlConnection connection, OrganizationId organization, BreakId id) {
        return remove(connection, organization, OF_ONE, id);
    }

    /** This one and those that were made with it. */
    public static Uni<HoursOutcome> removeAction(SqlConnection connection, OrganizationId organization, BreakId id) {
        return remove(connection, organization, OF_ACTION, id);
    }

    private static Uni<HoursOutcome> write(SqlConnection connection, OrganizationId organization, Set<StaffId> staff,
            BreakPlan plan) {
        var action = UuidV7.next();
        var made = new ArrayList<BreakId>();
        var rows = new ArrayList<Tuple>();
        for (var member : staff) {
            for (var weekday : plan.weekdays()) {
                made.add(BreakId.next());
                rows.add(Tuple.from(Arrays.asList(organization.value(), made.getLast().value(), action, member.value(),
                        (short) weekday.getValue(), plan.hours().opens(), plan.hours().closes(), plan.first(),
                        plan.last().orElse(null), StorableText.of(plan.reason().strip()))));
            }
        }
        return connection.preparedQuery(ADD).executeBatch(rows).replaceWith(new BreaksChanged(Set.copyOf(made)));
    }

    private static Uni<HoursOutcome> remove(SqlConnection connection, OrganizationId organization, String which, BreakId id) {
        return connection.preparedQuery(which).execute(Tuple.of(organization.value(), id.value()))
                .chain(found -> found.size() == 0
                        ? Uni.createFrom().item(new NotFound())
                        : Locks.staff(connection, organization, staff(found))
                                .chain(() -> delete(connection, organization, found)));
    }

    private static Set<StaffId> staff(RowSet<Row> breaks) {
        var staff = new HashSet<StaffId>();
        breaks.forEach(row -> staff.add(new StaffId(row.getUUID("staff_id"))));
        return staff;
    }

    /** What somebody else removed meanwhile is removed just as well. */
    private static Uni<HoursOutcome> delete(SqlConnection connection, OrganizationId organization, RowSet<Row> breaks) {
        var gone = new HashSet<BreakId>();
        breaks.forEach(row -> gone.add(new BreakId(row.getUUID("id"))));
        var ids = gone.stream().map(BreakId::value).toArray(UUID[]::new);
        return connection.preparedQuery(REMOVE).execute(Tuple.of(organization.value(), ids))
                .replaceWith(new BreaksChanged(Set.copyOf(gone)));
    }
}
