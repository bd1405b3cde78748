package mx.yume.scheduling.calendar;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.hours.Breaks;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.business.hours.OpeningHours;
import mx.yume.business.hours.WorkingHours;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Contention;
import mx.yume.scheduling.calendar.CalendarChange.DropBreak;
import mx.yume.scheduling.calendar.CalendarChange.Open;
import mx.yume.scheduling.calendar.CalendarChange.OpenAsUsual;
import mx.yume.scheduling.calendar.CalendarChange.OpenOn;
import mx.yume.scheduling.calendar.CalendarChange.OpenTogether;
import mx.yume.scheduling.calendar.CalendarChange.TakeBreaks;
import mx.yume.scheduling.calendar.CalendarChange.Work;
import mx.yume.scheduling.calendar.CalendarChange.WorkAsUsual;
import mx.yume.scheduling.calendar.CalendarChange.WorkOn;
import mx.yume.scheduling.calendar.CalendarOutcome.Done;
import mx.yume.scheduling.calendar.CalendarOutcome.NotFound;
import mx.yume.scheduling.calendar.CalendarOutcome.Refused;
import mx.yume.scheduling.calendar.CalendarOutcome.Strands;

/**
 * When a business is open and when its people work there, changed in one transaction that looks at the agenda first: bookings
 * wait for it, or it for them, so what it would leave outside is known to the last appointment.
 */
@ApplicationScoped
public class WorkingCalendar {

    private final Database database;
    private final Businesses businesses;
    private final Clock clock;

    WorkingCalendar(Database database, Businesses businesses, Clock clock) {
        this.database = database;
        this.businesses = businesses;
        this.clock = clock;
    }

    /** Changes it, or says why not and leaves everything as it was. */
    public Uni<CalendarOutcome> change(OrganizationId organization, CalendarChange change, Consent consent) {
        return change(organization, change, consent, Witness.none());
    }

    /** The same, with a witness. */
    public Uni<CalendarOutcome> change(OrganizationId organization, CalendarChange change, Consent consent,
            Witness<CalendarOutcome> witness) {
        return Contention.retried(() -> database.inTenant(organization, witness,
                connection -> Contention.limitWaiting(connection)
                        .chain(() -> Standstill.of(connection, organization))
                        .chain(() -> businesses.load(connection, organization))
                        .chain(found -> found.map(before -> change(connection, before, change, consent))
                                .orElse(Uni.createFrom().item(new NotFound())))));
    }

    private Uni<CalendarOutcome> change(SqlConnection connection, Business before, CalendarChange change, Consent consent) {
        var refusal = new ChangeCheck(before, clock.instant(), consent.pastMidnight()).refusal(change);
        return refusal.isPresent() ? Uni.createFrom().item(new Refused(refusal.get()))
                : Savepoint.set(connection).chain(() -> write(connection, before, change))
                        .chain(written -> switch (written) {
                            case HoursOutcome.NotFound _ -> Uni.createFrom().item(new NotFound());
                            case HoursOutcome.Refusal why -> Uni.createFrom().item(new Refused(why));
                            case HoursOutcome.Done _,HoursOutcome.BreaksChanged _ -> judge(connection, before, change,
                                    consent, written);
                        });
    }

    /** On what was written: whatever it did, the appointments are held against that. */
    private Uni<CalendarOutcome> judge(SqlConnection connection, Business before, CalendarChange change, Consent consent,
            HoursOutcome written) {
        return stranded(connection, before, ahead(change)).chain(stranded -> consent.covers(stranded)
                ? Uni.createFrom().item(new Done(written, stranded))
                : Savepoint.back(connection).replaceWith(new Strands(stranded)));
    }

    private Uni<List<Appointment>> stranded(SqlConnection connection, Business before, Ahead whose) {
        return businesses.load(connection, before.id()).map(after -> new Stranded(before, after.orElseThrow()))
                .chain(stranded -> whose.read(connection, before.id(), clock.instant()).map(stranded::among));
    }

    private static Ahead ahead(CalendarChange change) {
        return switch (change) {
            case Open(var location, _, _) -> Ahead.at(location);
            case OpenTogether(var location, _, _) -> Ahead.at(location);
            case OpenOn(var location, _, _, _) -> Ahead.at(location);
            case OpenAsUsual(var location, _) -> Ahead.at(location);
            case Work(var member, _, _, _) -> Ahead.with(Set.of(member));
            case WorkOn(var member, _, _, _) -> Ahead.with(Set.of(member));
            case WorkAsUsual(var member, _) -> Ahead.with(Set.of(member));
            case TakeBreaks(var staff, _) -> Ahead.with(staff);
            case DropBreak _ -> Ahead.with(Set.of());
        };
    }

    private static Uni<HoursOutcome> write(SqlConnection connection, Business before, CalendarChange change) {
        var organization = before.id();
        return switch (change) {
            case Open(var location, var seenVersion, var week) -> OpeningHours.setWeek(connection, organization, location,
                    seenVersion, week);
            case OpenTogether(var location, var seenVersion, var week) -> OpeningHours
                    .setWeek(connection, organization, location, seenVersion, week)
                    .call(written -> written instanceof HoursOutcome.Done
                            ? WorkingHours.follow(connection, before, location, week)
                            : Uni.createFrom().voidItem());
            case OpenOn(var location, var day, var hours, var note) -> OpeningHours.setDay(connection, organization, location,
                    day, hours, note);
            case OpenAsUsual(var location, var day) -> OpeningHours.removeDay(connection, organization, location, day);
            case Work(var member, var seenVersion, var location, var week) -> WorkingHours.setWeek(connection, organization,
                    member, seenVersion, location, week);
            case WorkOn(var member, var day, var hours, var note) -> WorkingHours.setDay(connection, organization, member, day,
                    hours, note);
            case WorkAsUsual(var member, var day) -> WorkingHours.removeDay(connection, organization, member, day);
            case TakeBreaks(var staff, var plan) -> Breaks.add(connection, organization, staff, plan);
            case DropBreak(var id, var all) -> all ? Breaks.removeAction(connection, organization, id)
                    : Breaks.remove(connection, organization, id);
        };
    }
}
