package mx.yume.business.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Locks;
import mx.yume.business.Seen;
import mx.yume.business.StaffId;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursOutcome.Changed;
import mx.yume.business.hours.HoursOutcome.Done;
import mx.yume.business.hours.HoursOutcome.NotFound;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.StorableText;

/**
 * The rows of a staff member's hours, written in the caller's transaction; their row is locked first, so bookings with them
 * wait. Asking about appointments that would be left outside is the caller's, and so is {@link HoursCheck}.
 */
public final class WorkingHours {

    /** The hours will point at them. Locations are locked before staff, as everywhere. */
    private static final String KNOWN = """
            select 1 from location where organization_id = $1 and id = any ($2) order by id for key share
            """;
    private static final String FORGET_WEEK = """
            delete from staff_hours where organization_id = $1 and staff_id = $2 and location_id = $3
            """;
    private static final String WEEK = """
            insert into staff_hours (organization_id, staff_id, location_id, weekday, opens, closes)
            select $1, $2, $3, * from unnest($4::smallint[], $5::time[], $6::time[])
            """;
    private static final String FORGET_DAY = """
            delete from staff_special_day where organization_id = $1 and staff_id = $2 and day = $3
            """;
    private static final String DAY = """
            insert into staff_special_day (organization_id, staff_id, day, note) values ($1, $2, $3, $4)
            """;
    private static final String DAYS_HOURS = """
            insert into staff_special_hours (organization_id, staff_id, day, location_id, opens, closes)
            select $1, $2, $3, $4, * from unnest($5::time[], $6::time[])
            """;
    private static final String TOUCH = """
            update staff_member set version = version + 1 where organization_id = $1 and id = $2 returning version
            """;

    private WorkingHours() {}

    /** Instead of the week there was at this location; {@link WeeklyHours#NONE} when they do not work there. */
    public static Uni<HoursOutcome> setWeek(SqlConnection connection, OrganizationId organization, StaffId staff,
            int seenVersion, LocationId location, WeeklyHours week) {
        return ifKnown(connection, organization, Set.of(location), () -> Locks
                .staffMember(connection, organization, staff, seenVersion).chain(seen -> switch (seen) {
                    case Seen.Same _ -> writeWeek(connection, organization, staff, location, Stretches.of(week));
                    case Seen.Changed changed -> Uni.createFrom().item(new Changed(changed.version()));
                    case Seen.Gone _ -> Uni.createFrom().item(new NotFound());
                }));
    }

    /**
     * A date apart from the week, at all locations, instead of what was said of it before.
     *
     * @param hours by location; none when they do not work that day
     * @param note why, or empty
     */
    public static Uni<HoursOutcome> setDay(SqlConnection connection, OrganizationId organization, StaffId staff, LocalDate day,
            Map<LocationId, List<Hours>> hours, String note) {
        return ifKnown(connection, organization, hours.keySet(), () -> Locks.staff(connection, organization, Set.of(staff))
                .chain(found -> found
                        ? writeDay(connection, organization, staff, day, hours, StorableText.of(note.strip()))
                        : Uni.createFrom().item(new NotFound())));
    }

    /** A day like any other again; {@link NotFound} when it was that already. */
    public static Uni<HoursOutcome> removeDay(SqlConnection connection, OrganizationId organization, StaffId staff,
            LocalDate day) {
        return Locks.staff(connection, organization, Set.of(staff))
                .chain(() -> forgetDay(connection, organization, staff, day))
                .chain(forgotten -> forgotten
                        ? done(connection, organization, staff)
                        : Uni.createFrom().item(new NotFound()));
    }

    /**
     * Whoever began or ended a weekday with this location does so at its new hours, and works a day that it was closed on; breaks
     * in between stay. In the caller's transaction, which holds everybody's rows.
     *
     * @param before the business before its hours changed
     */
    public static Uni<Void> follow(SqlConnection connection, Business before, LocationId location, WeeklyHours week) {
        var open = before.location(location).map(Location::hours).orElse(WeeklyHours.NONE);
        Uni<Void> followed = Uni.createFrom().voidItem();
        for (var member : before.staff()) {
            var own = member.hoursAt(location);
            var next = following(own, open, week);
            if (member.schedules().containsKey(location) && !next.equals(own)) {
                followed = followed.chain(
                        () -> writeWeek(connection, before.id(), member.id(), location, Stretches.of(next))).replaceWithVoid();
            }
        }
        return followed;
    }

    private static WeeklyHours following(WeeklyHours own, WeeklyHours before, WeeklyHours after) {
        var next = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            next.put(day, before.on(day).equals(after.on(day)) ? own.on(day)
                    : following(own.on(day), before.on(day), after.on(day)));
        }
        next.values().removeIf(List::isEmpty);
        return new WeeklyHours(next);
    }

    private static List<Hours> following(List<Hours> own, List<Hours> before, List<Hours> after) {
        if (after.isEmpty() || own.equals(before)) {
            return after.isEmpty() ? own : after;
        }
        if (own.isEmpty()) {
            return own;
        }
        var next = new ArrayList<>(own);
        var opened = own.getFirst().opens().equals(before.getFirst().opens());
        next.set(0, new Hours(opened ? after.getFirst().opens() : own.getFirst().opens(), own.getFirst().closes()));
        var closed = own.getLast().closes().equals(before.getLast().closes());
        next.set(next.size() - 1,
                new Hours(next.getLast().opens(), closed ? after.getLast().closes() : own.getLast().closes()));
        // A day that ends before somebody's break does would turn their hours around: theirs stay, and the business's rule.
        var turned = next.stream()
                .anyMatch(hours -> hours.crossesMidnight() && after.stream().noneMatch(Hours::crossesMidnight));
        return turned ? own : List.copyOf(next);
    }

    private static Uni<HoursOutcome> ifKnown(SqlConnection connection, OrganizationId organization,
            Collection<LocationId> locations, Supplier<Uni<HoursOutcome>> then) {
        var ids = locations.stream().map(LocationId::value).toArray(UUID[]::new);
        return connection.preparedQuery(KNOWN).execute(Tuple.of(organization.value(), ids))
                .chain(rows -> rows.size() == ids.length ? then.get() : Uni.createFrom().item(new NotFound()));
    }

    private static Uni<HoursOutcome> writeWeek(SqlConnection connection, OrganizationId organization, StaffId staff,
            LocationId location, Stretches week) {
        return connection.preparedQuery(FORGET_WEEK)
                .execute(Tuple.of(organization.value(), staff.value(), location.value()))
                .chain(() -> connection.preparedQuery(WEEK).execute(Tuple.of(organization.value(), staff.value(),
                        location.value(), week.weekdays(), week.opens(), week.closes())))
                .chain(() -> done(connection, organization, staff));
    }

    private static Uni<HoursOutcome> writeDay(SqlConnection connection, OrganizationId organization, StaffId staff,
            LocalDate day, Map<LocationId, List<Hours>> hours, String note) {
        return forgetDay(connection, organization, staff, day)
                .chain(() -> connection.preparedQuery(DAY).execute(Tuple.of(organization.value(), staff.value(), day, note)))
                .chain(() -> Multi.createFrom().iterable(hours.entrySet()).onItem()
                        .transformToUniAndConcatenate(there -> writeHours(connection, organization, staff, day, there))
                        .collect().last())
                .chain(() -> done(connection, organization, staff));
    }

    private static Uni<Void> writeHours(SqlConnection connection, OrganizationId organization, StaffId staff, LocalDate day,
            Map.Entry<LocationId, List<Hours>> there) {
        var hours = Stretches.of(there.getValue());
        return connection.preparedQuery(DAYS_HOURS).execute(Tuple.of(organization.value(), staff.value(), day,
                there.getKey().value(), hours.opens(), hours.closes())).replaceWithVoid();
    }

    private static Uni<Boolean> forgetDay(SqlConnection connection, OrganizationId organization, StaffId staff, LocalDate day) {
        return connection.preparedQuery(FORGET_DAY).execute(Tuple.of(organization.value(), staff.value(), day))
                .map(rows -> rows.rowCount() > 0);
    }

    private static Uni<HoursOutcome> done(SqlConnection connection, OrganizationId organization, StaffId staff) {
        return connection.preparedQuery(TOUCH).execute(Tuple.of(organization.value(), staff.value()))
                .map(rows -> new Done(rows.iterator().next().getInteger("version")));
    }
}
