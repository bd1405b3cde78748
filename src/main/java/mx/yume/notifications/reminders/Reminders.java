package mx.yume.notifications.reminders;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.notifications.reminders.ReminderDue.Which;
import mx.yume.platform.Job;
import mx.yume.scheduling.Appointment;

/**
 * Plans to remind the customer of a visit that was booked or moved: a day before, or where it is too late for that, two hours
 * before if the business wants it. The second reminder of the others is planned when they get their first.
 */
@ApplicationScoped
public class Reminders {

    private final ReminderJobs jobs;
    private final NoticeSetup setup;
    private final Clock clock;

    Reminders(ReminderJobs jobs, NoticeSetup setup, Clock clock) {
        this.jobs = jobs;
        this.setup = setup;
        this.clock = clock;
    }

    /** @param fact that it was booked or moved, whose transaction this is */
    public Uni<Void> plan(SqlConnection connection, Job fact, Appointment appointment) {
        var now = clock.instant();
        var start = appointment.start().toInstant();
        var first = new ReminderDue(appointment.id().value(), start, Which.DAY_BEFORE);
        var second = new ReminderDue(appointment.id().value(), start, Which.HOURS_BEFORE);
        if (appointment.customer().isEmpty() || !second.worthPlanning(now)) {
            return Uni.createFrom().voidItem();
        }
        return first.worthPlanning(now)
                ? jobs.add(connection, fact.organization(), first, fact.origin(), first.due(now))
                : setup.of(connection, fact.organization()).chain(settings -> settings.secondReminder()
                        ? jobs.add(connection, fact.organization(), second, fact.origin(), second.due(now))
                        : Uni.createFrom().voidItem());
    }
}
