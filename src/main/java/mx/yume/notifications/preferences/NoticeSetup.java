package mx.yume.notifications.preferences;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** What a business has set up about its notices. */
@ApplicationScoped
public class NoticeSetup {

    private static final String FIND = "select daily_at, second_reminder from notice_settings where organization_id = $1";
    private static final String SET = """
            insert into notice_settings (organization_id, daily_at, second_reminder) values ($1, $2, $3)
            on conflict (organization_id) do update
            set daily_at = excluded.daily_at, second_reminder = excluded.second_reminder
            """;
    /** The next is at another hour. */
    private static final String NEXT_DAY = "update location set schedule_due_at = '1970-01-01Z' where organization_id = $1";

    private final Database database;

    NoticeSetup(Database database) {
        this.database = database;
    }

    public Uni<NoticeSettings> of(OrganizationId organization) {
        return database.inTenant(organization, connection -> of(connection, organization));
    }

    /** The same within a transaction. */
    public Uni<NoticeSettings> of(SqlConnection connection, OrganizationId organization) {
        return connection.preparedQuery(FIND).execute(Tuple.of(organization.value()))
                .map(rows -> rows.size() == 0 ? NoticeSettings.USUAL
                        : new NoticeSettings(rows.iterator().next().getLocalTime("daily_at"),
                                rows.iterator().next().getBoolean("second_reminder")));
    }

    /** A second reminder is for visits whose first is still to come. */
    public Uni<Void> set(OrganizationId organization, NoticeSettings settings) {
        return database.inTenant(organization, connection -> connection.preparedQuery(SET)
                .execute(Tuple.of(organization.value(), settings.dailyAt(), settings.secondReminder()))
                .chain(() -> connection.preparedQuery(NEXT_DAY).execute(Tuple.of(organization.value())))
                .replaceWithVoid());
    }
}
