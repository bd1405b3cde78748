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
    private static final String USUALLY = """
            insert into notice_settings (organization_id, daily_at, second_reminder) values ($1, $2, $3) on conflict do nothing
            """;
    private static final String SET = """
            update notice_settings set daily_at = $2, second_reminder = $3
            where organization_id = $1 and daily_at = $4 and second_reminder = $5
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

    /**
     * A second reminder is for visits whose first is still to come.
     *
     * @param seen as they were shown to whoever changes them
     * @return false when they are not so any more: then nothing was changed
     */
    public Uni<Boolean> set(OrganizationId organization, NoticeSettings seen, NoticeSettings settings) {
        return database.inTenant(organization, connection -> connection.preparedQuery(USUALLY)
                .execute(Tuple.of(organization.value(), NoticeSettings.USUAL.dailyAt(), NoticeSettings.USUAL.secondReminder()))
                .chain(() -> connection.preparedQuery(SET)
                        .execute(Tuple.of(organization.value(), settings.dailyAt(), settings.secondReminder(), seen.dailyAt(),
                                seen.secondReminder())))
                .map(rows -> rows.rowCount() > 0)
                .call(set -> set ? connection.preparedQuery(NEXT_DAY).execute(Tuple.of(organization.value())).replaceWithVoid()
                        : Uni.createFrom().voidItem()));
    }
}
