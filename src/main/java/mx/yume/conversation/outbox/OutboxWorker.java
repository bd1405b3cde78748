package mx.yume.conversation.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.outbox.OutboxClaims.Claim;
import mx.yume.conversation.turn.Alarm;
import mx.yume.platform.WorkLoop;
import mx.yume.platform.watch.LogIds;

/** Sends what waits: after the commit, in order per conversation, again when that can help, and visibly failed when it cannot. */
@ApplicationScoped
public class OutboxWorker {

    private static final Logger LOG = Logger.getLogger(OutboxWorker.class);
    private static final int FROM_EACH = 8;
    /** A backstop for channels that forget their own bound; shorter than the lease. */
    private static final Duration LONGEST_SEND = Duration.ofSeconds(20);
    /** Until somebody has connected the number again. */
    private static final Duration UNTIL_CONNECTED = Duration.ofMinutes(15);

    private final OutboxClaims claims;
    private final Approvals approvals;
    private final Pace pace;
    private final Connections connections;
    private final Map<ChannelName, Channel> channels = new EnumMap<>(ChannelName.class);
    private final ConversationEvents events;
    private final Alarm alarm;
    private final SendMeter meter;
    private final OutboxConfig config;
    private final Clock clock;
    private final WorkLoop<Claim> loop;

    OutboxWorker(OutboxClaims claims, Approvals approvals, Pace pace, Connections connections, @All List<Channel> channels,
            ConversationEvents events, Alarm alarm, SendMeter meter, OutboxConfig config, Clock clock) {
        this.claims = claims;
        this.approvals = approvals;
        this.pace = pace;
        this.connections = connections;
        channels.forEach(channel -> this.channels.put(channel.name(), channel));
        this.events = events;
        this.alarm = alarm;
        this.meter = meter;
        this.config = config;
        this.clock = clock;
        this.loop = new WorkLoop<>("outbox rows", config.atOnce(), room -> claims.claim(room, FROM_EACH), this::send);
    }

    public WorkLoop<?> loop() {
        return loop;
    }

    private Uni<Void> send(Claim claim) {
        LogIds.work(claim.organization().value(), claim.conversation().value(), claim.turn());
        return decided(claim).invoke(() -> events.publish(new ConversationEvent(claim.organization(), claim.conversation(),
                ConversationEvent.Kind.OUTBOX)));
    }

    private Uni<Void> decided(Claim claim) {
        var channel = channels.get(claim.channel());
        if (channel == null) {
            return failed(claim, "channel " + claim.channel() + " is not configured");
        }
        if (claim.message().isEmpty()) {
            return failed(claim, "content that cannot be read");
        }
        var message = claim.message().orElseThrow();
        var facts = facts(claim);
        return switch (Sending.decide(facts)) {
            case Sending.AsItIs _ -> paced(claim, channel, message);
            case Sending.ByTemplate _ -> byTemplate(claim, channel, message, facts);
            case Sending other -> unsent(claim, other);
        };
    }

    /** The hour is looked at when it is to be sent. */
    private Sending.Facts facts(Claim claim) {
        var now = clock.instant();
        return claim.facts().quietUntil(claim.quietZone().flatMap(zone -> config.quietUntil(now, zone)));
    }

    private Uni<Void> byTemplate(Claim claim, Channel channel, OutboundMessage message, Sending.Facts facts) {
        var template = claim.template().orElseThrow();
        return approval(channel, message, template).chain(approval -> switch (approval) {
            case Approval.Approved(var id) -> paced(claim, channel, message.instead(template, Optional.of(id)));
            case Approval.Pending _,Approval.Refused _ ->
                unsent(claim, Sending.byTemplate(facts, approval, config.waitForApproval()));
        });
    }

    private Uni<Approval> approval(Channel channel, OutboundMessage message, Templated template) {
        return channel.account(message.organization(), message.businessAddress()).chain(account -> account.isEmpty()
                ? Uni.createFrom().item(new Approval.Approved(template.template().id()))
                : approvals.find(channel.name(), account.orElseThrow(), template.template()));
    }

    private Uni<Void> unsent(Claim claim, Sending sending) {
        return switch (sending) {
            case Sending.Wait(var until, var why) -> later(until, claims.wait(claim, why, until));
            case Sending.Drop(var why) -> claims.dropped(claim, why);
            case Sending.Fail(var why) -> failed(claim, why);
            case Sending.AsItIs _,Sending.ByTemplate _ -> throw new IllegalStateException("It is to be sent");
        };
    }

    private Uni<Void> paced(Claim claim, Channel channel, OutboundMessage message) {
        return pace.next(claim).chain(next -> next.isPresent()
                ? later(next.orElseThrow(), claims.wait(claim, "pace", next.orElseThrow()))
                : delivered(claim, channel, message).chain(delivery -> record(claim, message, delivery)));
    }

    private Uni<Delivery> delivered(Claim claim, Channel channel, OutboundMessage message) {
        long began = System.nanoTime();
        return Uni.createFrom().deferred(() -> channel.send(message)).ifNoItem().after(LONGEST_SEND).fail()
                .onFailure().recoverWithItem(failure -> new Delivery.TryAgain(failure.toString(), true))
                .invoke(delivery -> meter.tried(claim, delivery, Duration.ofNanos(System.nanoTime() - began)));
    }

    private Uni<Void> record(Claim claim, OutboundMessage message, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Accepted accepted -> claims.sent(claim, message.content(), accepted.providerMessageId());
            case Delivery.Rejected rejected -> failed(claim, rejected.error());
            case Delivery.WindowClosed(var error) -> message.content() instanceof Templated || claim.template().isEmpty()
                    ? failed(claim, error)
                    : later(clock.instant(), claims.asTemplate(claim, error));
            case Delivery.Disconnected(var error) -> disconnected(claim, error);
            case Delivery.TryAgain again when Retries.exhausted(claim.attempts()) -> failed(claim, again.error());
            case Delivery.TryAgain again -> {
                var due = clock.instant().plus(Retries.after(claim.attempts(), again.doubtful()));
                yield later(due, claims.again(claim, again, due));
            }
        };
    }

    /** Its owner is told, and may connect the number again in time. */
    private Uni<Void> disconnected(Claim claim, String error) {
        var again = clock.instant().plus(UNTIL_CONNECTED);
        var end = claim.facts().expires().orElseGet(() -> claim.facts().createdAt().plus(config.waitForApproval()));
        var from = claim.message().orElseThrow().businessAddress();
        return connections.broken(claim.organization(), claim.channel().sql(), from, error)
                .chain(() -> again.isBefore(end) ? later(again, claims.wait(claim, error, again)) : failed(claim, error));
    }

    private Uni<Void> later(Instant due, Uni<Void> recorded) {
        return recorded.invoke(() -> alarm.at(due));
    }

    private Uni<Void> failed(Claim claim, String error) {
        // A provider's sentence may name the person's number: the code is logged, the sentence stays on the row.
        LOG.errorf("Outbox row %s failed after %d attempts: %s", claim.id(), claim.attempts(), error.split(" ", 2)[0]);
        return claims.failed(claim, error).invoke(() -> meter.gaveUp(claim.channel()));
    }
}
