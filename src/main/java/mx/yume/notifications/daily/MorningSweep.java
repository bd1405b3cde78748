package mx.yume.notifications.daily;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.notifications.preferences.NoticeSetup;
import mx.yume.platform.Database;
import mx.yume.platform.Database.Scope;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.Sweep;

/**
 * Finds the locations whose morning has come, and says so once: whoever says it sets the next morning in the same transaction. One
 * that was missed is made up for while it is worth it. Clocks that were set back repeat nothing.
 */
@ApplicationScoped
class MorningSweep implements Sweep {

    /** Later the day is half over. */
    static final Duration WORTH_TELLING = Duration.ofHours(4);
    /** No morning is so far from the one before, on the longest day: such a date was set by a clock that ran ahead. */
    private static final Duration TOO_FAR = Duration.ofHours(26);
    private static final int MOST = 500;

    private static final String DUE = """
            select organization_id, id, zone, schedule_due_at from location
            where active and (schedule_due_at <= $1 or schedule_due_at > $2) order by schedule_due_at limit $3
            """;
    private static final String SET_NEXT = """
            update location set schedule_due_at = $4 where organization_id = $1 and id = $2 and schedule_due_at = $3
            """;

    private record Place(OrganizationId organization, UUID location, ZoneId zone, Instant due) {

        /** New, or by another clock than before: what it missed is nobody's. */
        boolean unset() {
            return due.equals(Instant.EPOCH);
        }
    }

    private final Database database;
    private final NoticeSetup setup;
    private final Correspondents correspondents;
    private final Jobs jobs;
    private final ObjectMapper json;

    MorningSweep(Database database, NoticeSetup setup, Correspondents correspondents, Jobs jobs, ObjectMapper json) {
        this.database = database;
        this.setup = setup;
        this.correspondents = correspondents;
        this.jobs = jobs;
        this.json = json;
    }

    @Override
    public String name() {
        return "mornings";
    }

    @Override
    public String purpose() {
        return "finds the locations whose day begins, to tell their people of it";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    /** @return how many mornings have come */
    @Override
    public Uni<Integer> sweep(Instant now) {
        return database.inScope(Scope.SWEEPS, connection -> due(connection, now)).chain(places -> {
            Uni<Integer> come = Uni.createFrom().item(0);
            for (var place : places) {
                come = come.chain(sum -> come(place, now).map(told -> told ? sum + 1 : sum));
            }
            return come;
        });
    }

    private static Uni<List<Place>> due(SqlConnection connection, Instant now) {
        return connection.preparedQuery(DUE).execute(Tuple.of(utc(now), utc(now.plus(TOO_FAR)), MOST)).map(rows -> {
            var places = new ArrayList<Place>();
            rows.forEach(row -> places.add(new Place(new OrganizationId(row.getUUID("organization_id")), row.getUUID("id"),
                    ZoneId.of(row.getString("zone")), row.getOffsetDateTime("schedule_due_at").toInstant())));
            return List.copyOf(places);
        });
    }

    private Uni<Boolean> come(Place place, Instant now) {
        return database.inTenant(place.organization(), connection -> setup.of(connection, place.organization())
                .map(settings -> new MorningClock(place.zone(), settings.dailyAt()))
                .chain(clock -> setNext(connection, place, clock.next(now).toInstant()).chain(first -> {
                    var morning = clock.latest(now);
                    var tell = first && !place.unset() && !place.due().isAfter(morning.toInstant())
                            && !morning.toInstant().plus(WORTH_TELLING).isBefore(now);
                    return tell ? tell(connection, place, new ScheduleDue(place.location(), morning.toLocalDate()))
                            : Uni.createFrom().item(false);
                })));
    }

    private static Uni<Boolean> setNext(SqlConnection connection, Place place, Instant next) {
        return connection.preparedQuery(SET_NEXT)
                .execute(Tuple.of(place.organization().value(), place.location(), utc(place.due()), utc(next)))
                .map(updated -> updated.rowCount() > 0);
    }

    private Uni<Boolean> tell(SqlConnection connection, Place place, ScheduleDue due) {
        try {
            var written = json.writeValueAsString(due);
            return correspondents.life(connection, place.organization())
                    .chain(life -> jobs.add(connection, place.organization(), ScheduleDue.KIND, written, life.sql()))
                    .replaceWith(true);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A morning that cannot be written", impossible);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
