package mx.yume.scheduling;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.platform.Jobs;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.time.SpanList;
import mx.yume.scheduling.time.Spans;

/**
 * What follows, in the same transaction, when time is given back: the blocks that lie around it close over it again, and if
 * anybody waits for some, the waiting list is told. Whoever deletes or shortens a reservation says so here, after everything
 * that takes its place has been inserted.
 */
@ApplicationScoped
public class FreedTime {

    /**
     * The blocks' part of some ranges, less whatever is reserved there, in rows of a day at most: of 24 hours on the line of
     * time, however long the days are on the wall. The bounds are materialized because functions of ranges are not leakproof:
     * under row-level security they must be plain values before they meet an index.
     */
    static final String CLOSE = """
            with open as materialized (
                select resource, during, lower(during) as starts, lower(during) - interval '24 hours' as day_before,
                       upper(during) as ends
                from (select resource, unnest(range_agg(tstzrange(starts, ends))) as during
                      from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as given (resource, starts, ends)
                      group by resource) as merged)
            insert into reservation (organization_id, resource_id, kind, during, block_id)
            select $1, b.staff_id, 'staff', tstzrange(piece, least(piece + interval '24 hours', upper(gap))), b.id
            from open
            cross join lateral (
                select id, staff_id, starts_at, ends_at from block
                where organization_id = $1 and staff_id = open.resource and starts_at < open.ends and ends_at > open.starts
                order by starts_at) as b
            cross join lateral (
                select coalesce(range_agg(r.during), '{}') as during from reservation r
                where r.organization_id = $1 and r.resource_id = open.resource
                  and r.starts_at > open.day_before and r.starts_at < open.ends and r.ends_at > open.starts) as taken
            cross join lateral unnest(
                tstzmultirange(open.during * tstzrange(b.starts_at, b.ends_at)) - taken.during) as gap
            cross join lateral generate_series(
                lower(gap), upper(gap) - interval '1 microsecond', interval '24 hours') as piece
            order by b.staff_id, piece
            """;

    /**
     * Whether anybody waits whose visit could touch some of these ranges: the visit begins in the window, and none lasts over a
     * day. Who thinks about another offer counts: the first in line may be back before this is gone.
     */
    static final String AWAITED = """
            select exists (
                select 1 from waitlist_entry e, unnest($2::timestamptz[], $3::timestamptz[]) as freed (starts, ends)
                where e.organization_id = $1 and e.status in ('waiting', 'offered') and e.latest > $4
                  and e.earliest < freed.ends and e.latest > freed.starts - interval '24 hours') as awaited
            """;

    private final Jobs jobs;
    private final ObjectMapper json;
    private final Clock clock;

    FreedTime(Jobs jobs, ObjectMapper json, Clock clock) {
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param origin of what gave the time back: {@code real}, {@code simulator}, {@code playground} or {@code demo}
     * @param claims what is not reserved any more; parts of them may have been taken again since
     */
    public Uni<Void> freed(SqlConnection connection, OrganizationId organization, String origin, Collection<Claim> claims) {
        return close(connection, organization, claims).chain(() -> announce(connection, organization, origin, claims));
    }

    /**
     * Nothing is written when nobody waits for it, and nothing for the past.
     */
    private Uni<Void> announce(SqlConnection connection, OrganizationId organization, String origin, Collection<Claim> claims) {
        return announceAll(connection, organization, origin, claims.stream().map(Claim::during).toList());
    }

    /**
     * Nothing was given back, but somebody new waits for a time that may be free already.
     *
     * @param origin of whoever waits
     */
    public Uni<Void> awaited(SqlConnection connection, OrganizationId organization, String origin, TimeRange window) {
        return announceAll(connection, organization, origin, List.of(window));
    }

    private Uni<Void> announceAll(SqlConnection connection, OrganizationId organization, String origin,
            List<TimeRange> ranges) {
        var now = clock.instant();
        var ahead = ranges.stream().filter(during -> during.end().isAfter(now)).toList();
        if (ahead.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var stretches = stretches(SpanList.covering(ahead, ahead.size()));
        return connection.preparedQuery(AWAITED).execute(awaited(organization, stretches, now))
                .chain(rows -> rows.iterator().next().getBoolean("awaited")
                        ? jobs.add(connection, organization, TimeFreed.KIND, written(TimeFreed.of(stretches)), lasting(origin))
                        : Uni.createFrom().voidItem());
    }

    private static Tuple awaited(OrganizationId organization, List<TimeFreed.Stretch> stretches, Instant now) {
        return Tuple.of(organization.value(),
                stretches.stream().map(stretch -> Appointments.utc(stretch.start())).toArray(OffsetDateTime[]::new),
                stretches.stream().map(stretch -> Appointments.utc(stretch.end())).toArray(OffsetDateTime[]::new),
                Appointments.utc(now));
    }

    private static List<TimeFreed.Stretch> stretches(Spans spans) {
        return IntStream.range(0, spans.count()).mapToObj(span -> new TimeFreed.Stretch(
                Instant.ofEpochSecond(spans.from(span)), Instant.ofEpochSecond(spans.to(span)))).toList();
    }

    /** The demo has no facts, but its visits' time is real: what follows from it is told by the origin of whoever waits. */
    private static String lasting(String origin) {
        return origin.equals(Facts.DEMO) ? "simulator" : origin;
    }

    private String written(TimeFreed freed) {
        try {
            return json.writeValueAsString(freed);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A fact that cannot be written", impossible);
        }
    }

    /**
     * Blocks reserve what they cover of these staff members' ranges and nobody else has. The writers' line is taken here for
     * those who did not; whoever will need it for others too has to stand in it before, for all at once.
     */
    public Uni<Void> close(SqlConnection connection, OrganizationId organization, Collection<Claim> claims) {
        var ofStaff = claims.stream().filter(claim -> claim.kind().equals(Claim.STAFF)).toList();
        if (ofStaff.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Reservations.queueFor(connection, ofStaff.stream().map(Claim::resource).toList())
                .chain(() -> connection.preparedQuery(CLOSE).execute(parameters(organization, ofStaff))).replaceWithVoid();
    }

    static Tuple parameters(OrganizationId organization, List<Claim> claims) {
        return Tuple.of(organization.value(), claims.stream().map(Claim::resource).toArray(UUID[]::new),
                claims.stream().map(claim -> Appointments.utc(claim.during().start())).toArray(OffsetDateTime[]::new),
                claims.stream().map(claim -> Appointments.utc(claim.during().end())).toArray(OffsetDateTime[]::new));
    }
}
