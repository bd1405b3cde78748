package mx.yume.business;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.OrganizationId;

/**
 * The rows of breaks that come back every week. Whoever adds one holds its staff member's row FOR UPDATE, since bookings rely on
 * the breaks they read.
 */
public final class WeeklyBreaks {

    private static final String INSERT = """
            insert into weekly_break (organization_id, id, action_id, staff_id, weekday, starts, ends, first_day, last_day, reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """;
    private static final String DELETE = """
            delete from weekly_break where organization_id = $1 and action_id = $2 and ($3::uuid[] is null or staff_id = any ($3))
            returning id, staff_id, weekday, starts, ends, first_day, last_day, reason
            """;
    private static final String ACTIONS = "select id, action_id from weekly_break where organization_id = $1 and staff_id = any ($2)";

    /** A break and whose it is. */
    public record Of(StaffId staff, WeeklyBreak weekly) {}

    private WeeklyBreaks() {}

    /** @param action under which they can be removed together */
    public static Uni<Void> insert(SqlConnection connection, OrganizationId organization, UUID action, Collection<Of> breaks) {
        var rows = new ArrayList<Tuple>();
        for (var one : breaks) {
            var weekly = one.weekly();
            rows.add(Tuple.from(new Object[]{organization.value(), weekly.id().value(), action, one.staff().value(),
                    (short) weekly.weekday().getValue(), weekly.hours().opens(), weekly.hours().closes(), weekly.first(),
                    weekly.last().orElse(null), weekly.reason()}));
        }
        return connection.preparedQuery(INSERT).executeBatch(rows).replaceWithVoid();
    }

    /**
     * Those of one action, which come back.
     *
     * @param staff only of these people; empty for everybody's
     */
    public static Uni<List<Of>> delete(SqlConnection connection, OrganizationId organization, UUID action,
            Optional<Set<StaffId>> staff) {
        var whose = staff.map(those -> those.stream().map(StaffId::value).toArray(UUID[]::new)).orElse(null);
        return connection.preparedQuery(DELETE).execute(Tuple.from(new Object[]{organization.value(), action, whose}))
                .map(rows -> Rows.list(rows, row -> new Of(new StaffId(row.getUUID("staff_id")), weekly(row))));
    }

    /** Which action made each of these people's breaks. */
    public static Uni<Map<BreakId, UUID>> actions(SqlConnection connection, OrganizationId organization,
            Collection<StaffId> staff) {
        return connection.preparedQuery(ACTIONS)
                .execute(Tuple.of(organization.value(), staff.stream().map(StaffId::value).toArray(UUID[]::new)))
                .map(WeeklyBreaks::actions);
    }

    private static Map<BreakId, UUID> actions(RowSet<Row> rows) {
        var actions = new HashMap<BreakId, UUID>();
        rows.forEach(row -> actions.put(new BreakId(row.getUUID("id")), row.getUUID("action_id")));
        return Map.copyOf(actions);
    }

    static WeeklyBreak weekly(Row row) {
        return new WeeklyBreak(new BreakId(row.getUUID("id")), Rows.weekday(row),
                new Hours(row.getLocalTime("starts"), row.getLocalTime("ends")), row.getLocalDate("first_day"),
                Optional.ofNullable(row.getLocalDate("last_day")), row.getString("reason"));
    }
}
