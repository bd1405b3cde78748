package mx.yume.conversation.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Connections;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.turn.Alarm;
import mx.yume.testing.Load;
import mx.yume.testing.PlainYume;

/** One instance of Yume that sends. It may die in the middle: what it was doing is never recorded, and its leases stay. */
final class MortalInstance {

    private static final Duration PATIENCE = Duration.ofSeconds(Load.of(60, 600));

    private final PlainYume yume;
    private final UnreliableProvider provider;

    MortalInstance(PlainYume yume, UnreliableProvider provider) {
        this.yume = yume;
        this.provider = provider;
    }

    /** Sends whatever is due. */
    void drain() {
        worker(provider).loop().drain().await().atMost(PATIENCE);
    }

    /**
     * Sends what is due and dies at some of it: before the provider was asked, or after it took the message.
     *
     * @param now whether it dies at this message
     * @param before the provider is asked
     */
    void drainAndDie(BooleanSupplier now, BooleanSupplier before) {
        var dying = new Dying(provider, now, before);
        var loop = worker(dying).loop();
        var done = new AtomicBoolean();
        loop.drain().subscribe().with(sent -> done.set(true));
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2))
                .until(() -> done.get() || (dying.halted.get() > 0 && loop.underWay().size() == dying.halted.get()));
        // Never complete: what it halted at stays under way.
        var _ = loop.stop();
    }

    private OutboxWorker worker(Channel channel) {
        return new OutboxWorker(yume.the(OutboxClaims.class), yume.the(Approvals.class), yume.the(Pace.class),
                yume.the(Connections.class), List.of(channel),
                yume.the(ConversationEvents.class), yume.the(Alarm.class), yume.the(SendMeter.class),
                yume.the(OutboxConfig.class), yume.clock());
    }

    /** Of what it halts at nothing is heard again. */
    private static final class Dying implements Channel {

        private final UnreliableProvider provider;
        private final BooleanSupplier now;
        private final BooleanSupplier before;
        private final AtomicInteger halted = new AtomicInteger();

        Dying(UnreliableProvider provider, BooleanSupplier now, BooleanSupplier before) {
            this.provider = provider;
            this.now = now;
            this.before = before;
        }

        @Override
        public ChannelName name() {
            return provider.name();
        }

        @Override
        public boolean on() {
            return true;
        }

        @Override
        public Optional<String> central() {
            return Optional.empty();
        }

        @Override
        public Uni<Delivery> send(OutboundMessage message) {
            if (!now.getAsBoolean()) {
                return provider.send(message);
            }
            Uni<Delivery> asked = before.getAsBoolean() ? Uni.createFrom().nullItem() : provider.send(message);
            return asked.chain(unheard -> {
                provider.unheard(message.id());
                halted.incrementAndGet();
                return Uni.createFrom().nothing();
            });
        }
    }
}
