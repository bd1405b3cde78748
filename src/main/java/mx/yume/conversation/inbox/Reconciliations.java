package mx.yume.conversation.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.data.Interval;
import mx.yume.conversation.ChannelName;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;

/** Up to when the log of a provider was read, for one account; one instance reads at a time. */
@ApplicationScoped
public class Reconciliations {

    /** A piece of the log to be read: from, included, to, not included; the epoch is of this claim. */
    public record Piece(ChannelName channel, String account, Instant from, Instant to, long epoch) {}

    private static final UUID YUME = OrganizationId.YUME.value();
    /** At the very first: whatever came before was not ours to answer. */
    private static final Duration AT_FIRST = Duration.ofHours(1);
    /** A message may be on its way to us, and a log may lag. */
    private static final Duration BEHIND = Duration.ofMinutes(1);
    private static final Duration LONGEST_PIECE = Duration.ofMinutes(30);
    /** Longer than a sweep may take. */
    private static final Duration LEASE = Duration.ofSeconds(60);

    private static final String BEGIN = """
            insert into reconciliation (organization_id, channel, account, read_until) values ($1, $2, $3, $4)
            on conflict (organization_id, channel, account) do nothing
            """;
    private static final String CLAIM = """
            update reconciliation set lease_until = clock_timestamp() + $5::interval, epoch = epoch + 1
            where organization_id = $1 and channel = $2 and account = $3 and read_until < $4
              and (lease_until is null or lease_until < clock_timestamp())
            returning read_until, epoch
            """;
    private static final String READ = """
            update reconciliation set read_until = $5, lease_until = null
            where organization_id = $1 and channel = $2 and account = $3 and epoch = $4
            """;

    private final Database database;
    private final Clock clock;

    Reconciliations(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Up to when a log can be read at the moment. */
    public Instant readable() {
        return clock.instant().minus(BEHIND);
    }

    /**
     * The next piece; empty when all was read, or somebody reads.
     *
     * @param end of what is read this time: one that moves on with the clock is never reached
     */
    public Uni<Optional<Piece>> next(ChannelName channel, String account, Instant end) {
        var now = clock.instant();
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(BEGIN)
                .execute(Tuple.of(YUME, channel.sql(), account, utc(now.minus(AT_FIRST))))
                .chain(() -> connection.preparedQuery(CLAIM)
                        .execute(Tuple.of(YUME, channel.sql(), account, utc(end), Interval.of(LEASE))))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(piece(channel, account, rows.iterator().next(), end))));
    }

    /** All of it is in. */
    public Uni<Void> read(Piece piece) {
        return database.inTenant(OrganizationId.YUME, connection -> connection.preparedQuery(READ)
                .execute(Tuple.of(YUME, piece.channel().sql(), piece.account(), piece.epoch(), utc(piece.to())))
                .replaceWithVoid());
    }

    private static Piece piece(ChannelName channel, String account, Row row, Instant end) {
        var from = row.getOffsetDateTime("read_until").toInstant();
        var to = from.plus(LONGEST_PIECE);
        return new Piece(channel, account, from, to.isBefore(end) ? to : end, row.getLong("epoch"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
