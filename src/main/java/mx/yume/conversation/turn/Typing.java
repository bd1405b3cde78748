package mx.yume.conversation.turn;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Origin;
import mx.yume.conversation.TypingCue;
import mx.yume.platform.Database;

/** Shows whoever wrote that they were read and are being answered. At best, and beside the turn: nothing waits for it. */
@ApplicationScoped
class Typing {

    private static final Logger LOG = Logger.getLogger(Typing.class);
    /** Messages of a turn are no older, or nobody waits for the answer any more. */
    private static final Duration OLDEST = Duration.ofDays(1);

    private static final String LAST = """
            select c.channel, c.business_address, m.provider_message_id
            from conversation c join inbound_message m on m.organization_id = c.organization_id and m.conversation_id = c.id
                 and m.provider = c.channel
            where c.organization_id = $1 and c.id = $2 and m.turn_id = $3 and m.received_at between $4 and $5
            order by m.arrival desc limit 1
            """;

    private record Shown(ChannelName channel, TypingCue cue) {}

    private final Database database;
    private final Map<ChannelName, Channel> channels = new EnumMap<>(ChannelName.class);

    Typing(Database database, @All List<Channel> channels) {
        this.database = database;
        channels.forEach(channel -> this.channels.put(channel.name(), channel));
    }

    /** Returns at once. A turn that is tried again was shown before. */
    void show(OpenTurn turn) {
        if (turn.origin() == Origin.REAL && turn.attempt() == 1) {
            last(turn).chain(found -> found.map(this::show).orElseGet(() -> Uni.createFrom().voidItem())).subscribe()
                    .with(shown -> {}, failure -> LOG.debugf("Nobody was shown typing: %s", failure.toString()));
        }
    }

    private Uni<Void> show(Shown shown) {
        var channel = channels.get(shown.channel());
        return channel == null || !channel.on() ? Uni.createFrom().voidItem() : channel.typing(shown.cue());
    }

    private Uni<Optional<Shown>> last(OpenTurn turn) {
        var key = turn.key();
        var now = turn.startedAt().atOffset(ZoneOffset.UTC);
        return database.inTenant(key.organization(), connection -> connection.preparedQuery(LAST)
                .execute(Tuple.of(key.organization().value(), key.conversation().value(), key.turn().value(),
                        now.minus(OLDEST), now))
                .map(rows -> rows.size() == 0 ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row -> new Shown(ChannelName.ofSql(row.getString("channel")),
                                        new TypingCue(key.organization(),
                                                row.getString("business_address"), row.getString("provider_message_id"))))));
    }
}
