package mx.yume.notifications.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.outbox.OutboxConfig;
import mx.yume.notifications.reminders.ReminderDue.Which;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;

/**
 * The net under the jobs: visits that begin in 23 to 24 hours and of whose reminder there is no trace, neither written nor waiting.
 * What it finds twice is still written once.
 */
@ApplicationScoped
class ReminderSweep implements Sweep {

    private static final Duration FROM = Duration.ofHours(23);
    /** Whatever was due a moment ago is being worked on. */
    private static final Duration UNTIL = Duration.ofHours(24).minusMinutes(2);
    /** The next sweep finds the rest. */
    private static final int MOST = 1000;

    private static final String FORGOTTEN = """
            select a.organization_id, a.id, a.starts_at, a.origin, l.zone from appointment a
            join location l on l.organization_id = a.organization_id and l.id = a.location_id
            where a.starts_at > $1 and a.starts_at <= $2 and a.status in ('pending', 'confirmed') and a.origin <> 'demo'
              and a.customer_id is not null
              and not exists (select 1 from reminder r
                              where r.organization_id = a.organization_id and r.appointment_id = a.id
                                and r.starts_at = a.starts_at and r.which = 'day_before')
              and not exists (select 1 from job j
                              where j.organization_id = a.organization_id and j.kind = 'reminder.due' and j.failed_at is null
                                and (j.payload->>'appointment')::uuid = a.id
                                and (j.payload->>'start')::timestamptz = a.starts_at and j.payload->>'which' = 'day_before')
            order by a.starts_at limit $3
            """;

    private record Forgotten(OrganizationId organization, ReminderDue reminder, String origin, ZoneId zone) {}

    private final Database database;
    private final ReminderJobs jobs;
    private final OutboxConfig quiet;

    ReminderSweep(Database database, ReminderJobs jobs, OutboxConfig quiet) {
        this.database = database;
        this.jobs = jobs;
        this.quiet = quiet;
    }

    @Override
    public String name() {
        return "forgotten-reminders";
    }

    @Override
    public String purpose() {
        return "reminds customers of visits 23 to 24 hours ahead of whose reminder there is no trace";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    /** Those that wait for the morning are not forgotten. */
    @Override
    public Uni<Integer> sweep(Instant now) {
        return database.inScope(Scope.SWEEPS, connection -> forgotten(connection, now))
                .map(found -> found.stream().filter(it -> quiet.quietUntil(now, it.zone()).isEmpty())
                        .collect(Collectors.groupingBy(Forgotten::organization)))
                .chain(found -> {
                    Uni<Integer> done = Uni.createFrom().item(0);
                    for (var each : found.entrySet()) {
                        done = done.chain(sum -> remember(each.getKey(), each.getValue(), now)
                                .replaceWith(sum + each.getValue().size()));
                    }
                    return done;
                });
    }

    private static Uni<List<Forgotten>> forgotten(SqlConnection connection, Instant now) {
        return connection.preparedQuery(FORGOTTEN)
                .execute(Tuple.of(now.plus(FROM).atOffset(ZoneOffset.UTC), now.plus(UNTIL).atOffset(ZoneOffset.UTC), MOST))
                .map(rows -> {
                    var found = new ArrayList<Forgotten>();
                    rows.forEach(row -> found.add(new Forgotten(new OrganizationId(row.getUUID("organization_id")),
                            new ReminderDue(row.getUUID("id"), row.getOffsetDateTime("starts_at").toInstant(),
                                    Which.DAY_BEFORE),
                            row.getString("origin"), ZoneId.of(row.getString("zone")))));
                    return List.copyOf(found);
                });
    }

    /** One after the other, but not as one chain: of a thousand links it would not fit on the stack. */
    private Uni<Void> remember(OrganizationId organization, List<Forgotten> found, Instant now) {
        return database.inTenant(organization, connection -> Multi.createFrom().iterable(found)
                .onItem()
                .transformToUniAndConcatenate(
                        each -> jobs.add(connection, organization, each.reminder(), each.origin(), now))
                .collect().asList().replaceWithVoid());
    }
}
