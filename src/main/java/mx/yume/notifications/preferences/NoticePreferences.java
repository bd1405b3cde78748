package mx.yume.notifications.preferences;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.StaffId;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;

/** Everybody of the staff mutes notices for themselves. Only what somebody said is stored; the rest is as usual. */
@ApplicationScoped
public class NoticePreferences {

    private static final String SET = """
            insert into notice_preference (organization_id, staff_id, kind, wanted, changed_at) values ($1, $2, $3, $4, $5)
            on conflict (organization_id, staff_id, kind) do update set wanted = excluded.wanted, changed_at = excluded.changed_at
            """;
    private static final String FIND = "select staff_id, kind, wanted from notice_preference where organization_id = $1";

    private final Database database;
    private final Clock clock;

    NoticePreferences(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public Uni<Void> set(OrganizationId organization, StaffId staff, NoticeKind kind, boolean wanted) {
        return set(organization, staff, kind, wanted, Witness.none());
    }

    /**
     * The same, with a witness.
     *
     * @param witness is given whether they want it from now on
     */
    public Uni<Void> set(OrganizationId organization, StaffId staff, NoticeKind kind, boolean wanted,
            Witness<Boolean> witness) {
        return set(organization, staff, List.of(kind), wanted, witness);
    }

    /**
     * Several at once.
     *
     * @param kinds at least one
     */
    public Uni<Void> set(OrganizationId organization, StaffId staff, Collection<NoticeKind> kinds, boolean wanted,
            Witness<Boolean> witness) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.inTenant(organization, witness, connection -> connection.preparedQuery(SET)
                .executeBatch(kinds.stream()
                        .map(kind -> Tuple.of(organization.value(), staff.value(), kind.sql(), wanted, now)).toList())
                .replaceWith(wanted)).replaceWithVoid();
    }

    public Uni<NoticeChoices> of(OrganizationId organization) {
        return database.inTenant(organization, connection -> of(connection, organization));
    }

    /** The same within a transaction. */
    public Uni<NoticeChoices> of(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value())).map(rows -> {
            var said = new HashMap<StaffId, Map<NoticeKind, Boolean>>();
            rows.forEach(row -> said
                    .computeIfAbsent(new StaffId(row.getUUID("staff_id")), member -> new EnumMap<>(NoticeKind.class))
                    .put(NoticeKind.ofSql(row.getString("kind")), row.getBoolean("wanted")));
            return new NoticeChoices(said);
        });
    }
}
