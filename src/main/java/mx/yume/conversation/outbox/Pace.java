package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.outbox.OutboxClaims.Claim;
import mx.yume.platform.Database;

/**
 * Keeps below the providers' limits, whichever instance sends: messages a second for one number, and for one person what Meta
 * allows in the long run (one every six seconds, 45 in a row: 131056). Both are known from what was sent.
 */
@ApplicationScoped
class Pace {

    private static final int IN_A_ROW = 45;
    private static final Duration FOR_THEM = Duration.ofSeconds(6L * IN_A_ROW);
    /** A number may be ahead of its pace by this much. */
    private static final Duration AHEAD = Duration.ofSeconds(1);

    /** When the message that was sent that many before this one makes room again. */
    private static final String PAIR = """
            select sent_at + $4::interval as room from outbox
            where organization_id = $1 and conversation_id = $2 and sent_at is not null
            order by sequence desc offset $3 limit 1
            """;
    private static final String NUMBER = """
            insert into sending_pace as pace (organization_id, channel, address, next_at)
            values ($1, $2, $3, $4::timestamptz + $5::interval)
            on conflict (organization_id, channel, address) do update
            set next_at = greatest(pace.next_at, $4::timestamptz) + $5::interval
            where pace.next_at <= $4::timestamptz + $6::interval or pace.next_at > $4::timestamptz + interval '1 minute'
            returning next_at
            """;
    private static final String NEXT = """
            select next_at from sending_pace where organization_id = $1 and channel = $2 and address = $3
            """;

    private final Database database;
    private final OutboxConfig config;
    private final Clock clock;

    Pace(Database database, OutboxConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** When this may leave, if not now. Now, its place is taken. The simulator has no limits. */
    Uni<Optional<Instant>> next(Claim claim) {
        if (claim.channel() == ChannelName.SIMULATOR) {
            return Uni.createFrom().item(Optional.empty());
        }
        var now = clock.instant();
        return database.inTenant(claim.organization(), connection -> pair(connection, claim, now)
                .chain(wait -> wait.isPresent() ? Uni.createFrom().item(wait) : number(connection, claim, now)));
    }

    private static Uni<Optional<Instant>> pair(SqlConnection connection, Claim claim, Instant now) {
        return connection.preparedQuery(PAIR)
                .execute(Tuple.of(claim.organization().value(), claim.conversation().value(), IN_A_ROW - 1,
                        Interval.of(FOR_THEM)))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        // Before all of them were sent the clock was set back: what it says now is no reason to wait for long.
                        : Optional.of(rows.iterator().next().getOffsetDateTime("room").toInstant())
                                .filter(room -> room.isAfter(now) && !room.isAfter(now.plus(FOR_THEM))));
    }

    private Uni<Optional<Instant>> number(SqlConnection connection, Claim claim, Instant now) {
        var from = claim.message().orElseThrow().businessAddress();
        var each = Duration.ofSeconds(1).dividedBy(config.perSecond());
        return connection.preparedQuery(NUMBER)
                .execute(Tuple.of(claim.organization().value(), claim.channel().sql(), from, utc(now), Interval.of(each),
                        Interval.of(AHEAD)))
                .chain(rows -> rows.rowCount() == 1 ? Uni.createFrom().item(Optional.empty())
                        : connection.preparedQuery(NEXT)
                                .execute(Tuple.of(claim.organization().value(), claim.channel().sql(), from))
                                .map(next -> Optional.of(next.iterator().next().getOffsetDateTime("next_at").toInstant()
                                        .minus(AHEAD).plus(each))));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
