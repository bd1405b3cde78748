package mx.yume.business.hours;

import java.time.LocalDate;
import java.util.List;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Hours;
import mx.yume.business.LocationId;
import mx.yume.business.Locks;
import mx.yume.business.Seen;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursOutcome.Changed;
import mx.yume.business.hours.HoursOutcome.Done;
import mx.yume.business.hours.HoursOutcome.NotFound;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;

/**
 * The rows of a location's hours, written in the caller's transaction; the location's row is locked first, so bookings wait.
 * Asking about appointments that would be left outside is the caller's, and so is {@link HoursCheck}.
 */
public final class OpeningHours {

    private static final String FORGET_WEEK = "delete from opening_hours where organization_id = $1 and location_id = $2";
    private static final String WEEK = """
            insert into opening_hours (organization_id, location_id, weekday, opens, closes)
            select $1, $2, * from unnest($3::smallint[], $4::time[], $5::time[])
            """;
    private static final String FORGET_DAY = "delete from special_day where organization_id = $1 and location_id = $2 and day = $3";
    private static final String DAY = """
            insert into special_day (organization_id, location_id, day, note) values ($1, $2, $3, $4)
            """;
    private static final String DAYS_HOURS = """
            insert into special_hours (organization_id, location_id, day, opens, closes)
            select $1, $2, $3, * from unnest($4::time[], $5::time[])
            """;
    private static final String TOUCH = """
            update location set version = version + 1 where organization_id = $1 and id = $2 returning version
            """;

    private OpeningHours() {}

    /** Instead of the week there was. */
    public static Uni<HoursOutcome> setWeek(SqlConnection connection, OrganizationId organization, LocationId location,
            int seenVersion, WeeklyHours week) {
        return Locks.location(connection, organization, location, seenVersion).chain(seen -> switch (seen) {
            case Seen.Same _ -> writeWeek(connection, organization, location, Stretches.of(week));
            case Seen.Changed changed -> Uni.createFrom().item(new Changed(changed.version()));
            case Seen.Gone _ -> Uni.createFrom().item(new NotFound());
        });
    }

    /**
     * A date apart from the week, instead of what was said of it before.
     *
     * @param hours none when closed
     * @param note why, or empty
     */
    public static Uni<HoursOutcome> setDay(SqlConnection connection, OrganizationId organization, LocationId location,
            LocalDate day, List<Hours> hours, String note) {
        return Locks.location(connection, organization, location).chain(found -> found
                ? writeDay(connection, organization, location, day, Stretches.of(hours), StorableText.of(note.strip()))
                : Uni.createFrom().item(new NotFound()));
    }

    /** A day like any other again; {@link NotFound} when it was that already. */
    public static Uni<HoursOutcome> removeDay(SqlConnection connection, OrganizationId organization, LocationId location,
            LocalDate day) {
        return Locks.location(connection, organization, location)
                .chain(() -> forgetDay(connection, organization, location, day))
                .chain(forgotten -> forgotten
                        ? done(connection, organization, location)
                        : Uni.createFrom().item(new NotFound()));
    }

    private static Uni<HoursOutcome> writeWeek(SqlConnection connection, OrganizationId organization, LocationId location,
            Stretches week) {
        return connection.preparedQuery(FORGET_WEEK).execute(Tuple.of(organization.value(), location.value()))
                .chain(() -> connection.preparedQuery(WEEK).execute(Tuple.of(organization.value(), location.value(),
                        week.weekdays(), week.opens(), week.closes())))
                .chain(() -> done(connection, organization, location));
    }

    private static Uni<HoursOutcome> writeDay(SqlConnection connection, OrganizationId organization, LocationId location,
            LocalDate day, Stretches hours, String note) {
        return forgetDay(connection, organization, location, day)
                .chain(() -> connection.preparedQuery(DAY)
                        .execute(Tuple.of(organization.value(), location.value(), day, note)))
                .chain(() -> connection.preparedQuery(DAYS_HOURS)
                        .execute(Tuple.of(organization.value(), location.value(), day, hours.opens(), hours.closes())))
                .chain(() -> done(connection, organization, location));
    }

    private static Uni<Boolean> forgetDay(SqlConnection connection, OrganizationId organization, LocationId location,
            LocalDate day) {
        return connection.preparedQuery(FORGET_DAY).execute(Tuple.of(organization.value(), location.value(), day))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Uni<HoursOutcome> done(SqlConnection connection, OrganizationId organization, LocationId location) {
        return connection.preparedQuery(TOUCH).execute(Tuple.of(organization.value(), location.value()))
                .map(rows -> new Done(rows.iterator().next().getInteger("version")));
    }
}
