package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.outbox.OutboxClaims.Claim;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.WorkLoop;

/** Sends what waits: after the commit, in order per conversation, again when that can help, and visibly failed when it cannot. */
@ApplicationScoped
public class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final int AT_ONCE = 32;
    private static final int FROM_EACH = 8;
    /** A backstop for channels that forget their own bound; shorter than the lease. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(20);

    private final OutboxClaims claims;
    private final Map<ChannelName, Channel> channels = new EnumMap<>(ChannelName.class);
    private final ConversationEvents events;
    private final Alarm alarm;
    private final Clock clock;
    private final WorkLoop<Claim> loop;

    OutboxWorker(OutboxClaims claims, @All List<Channel> channels, ConversationEvents events, Alarm alarm, Clock clock) {
        this.claims = claims;
        channels.forEach(channel -> this.channels.put(channel.name(), channel));
        this.events = events;
        this.alarm = alarm;
        this.clock = clock;
        this.loop = new WorkLoop<>("outbox rows", AT_ONCE, room -> claims.claim(room, FROM_EACH), this::send);
    }

    public WorkLoop<?> loop() {
        return loop;
    }

    private Uni<Void> send(Claim claim) {
        return deliver(claim).chain(delivery -> record(claim, delivery))
                .invoke(() -> events.publish(new ConversationEvent(claim.organization(), claim.conversation(),
                        ConversationEvent.Kind.OUTBOX)));
    }

    private Uni<Delivery> deliver(Claim claim) {
        var channel = channels.get(claim.channel());
        if (channel == null) {
            return Uni.createFrom().item(new Delivery.Rejected("channel " + claim.channel() + " is not configured"));
        }
        if (claim.message().isEmpty()) {
            return Uni.createFrom().item(new Delivery.Rejected("content that cannot be read"));
        }
        var message = claim.message().orElseThrow();
        return Uni.createFrom().deferred(() -> channel.send(message)).ifNoItem().after(LONGEST_SEND).fail()
                .onFailure().recoverWithItem(failure -> new Delivery.TryAgain(failure.toString(), true));
    }

    private Uni<Void> record(Claim claim, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> claims.sent(claim, accepted.providerMessageId());
            case Delivery.Rejected rejected -> failed(claim, rejected.error());
            case Delivery.TryAgain again when Retries.exhausted(claim.attempts()) -> failed(claim, again.error());
            case Delivery.TryAgain again -> {
                var due = clock.instant().plus(Retries.after(claim.attempts()));
                yield claims.again(claim, again, due).invoke(() -> alarm.at(due));
            }
        };
    }

    private Uni<Void> failed(Claim claim, String error) {
        // A provider's sentence may name the person's number: the code is logged, the sentence stays on the row.
        LOG.errorf("Outbox row %s failed after %d attempts: %s", claim.id(), claim.attempts(), error.split(" ", 2)[0]);
        return claims.failed(claim, error);
    }
}
