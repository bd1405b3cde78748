package mx.yume.conversation.outbox;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.Startup;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.outbox.OutboxClaims.Claim;
import mx.yume.platform.watch.Neighbours;
import mx.yume.platform.watch.Neighbours.Neighbour;
import mx.yume.platform.watch.Timed;
import mx.yume.platform.watch.Traces;

/** What became of what was handed to providers, and how long they took: {@code yume.send}, {@code yume.messages.failed}. */
@Startup
@ApplicationScoped
class SendMeter {

    /** One try. */
    private enum Result {
        ACCEPTED, REJECTED, WINDOW_CLOSED, DISCONNECTED,
        /** The provider says to try again. */
        AGAIN,
        /** Nothing was heard: it may have been accepted. */
        UNHEARD;

        static Result of(Delivery delivery) {
            return switch (delivery) {
                case Delivery.Accepted _ -> ACCEPTED;
                case Delivery.Rejected _ -> REJECTED;
                case Delivery.WindowClosed _ -> WINDOW_CLOSED;
                case Delivery.Disconnected _ -> DISCONNECTED;
                case Delivery.TryAgain again -> again.doubtful() ? UNHEARD : AGAIN;
            };
        }
    }

    private final Traces traces;
    private final Map<ChannelName, Map<Result, Timer>> tries = new EnumMap<>(ChannelName.class);
    private final Map<ChannelName, Counter> failed = new EnumMap<>(ChannelName.class);
    private final Map<ChannelName, Neighbour> providers = new EnumMap<>(ChannelName.class);

    SendMeter(MeterRegistry registry, Neighbours neighbours, Traces traces) {
        this.traces = traces;
        for (var channel : ChannelName.values()) {
            var timers = new EnumMap<Result, Timer>(Result.class);
            for (var result : Result.values()) {
                timers.put(result, Timed.timer(registry, "yume.send", "one try to hand a message to its channel",
                        "channel", channel.sql(), "result", result.name().toLowerCase(Locale.ROOT)));
            }
            tries.put(channel, timers);
            failed.put(channel, Counter.builder("yume.messages.failed").description("messages out that were given up")
                    .tag("channel", channel.sql()).register(registry));
            if (channel != ChannelName.SIMULATOR) {
                providers.put(channel, neighbours.of(channel.sql()));
            }
        }
    }

    void tried(Claim claim, Delivery delivery, Duration took) {
        var channel = claim.channel();
        var result = Result.of(delivery);
        trace(claim, result, took);
        var timer = tries.getOrDefault(channel, Map.of()).get(result);
        if (timer != null) {
            timer.record(took);
        }
        var provider = providers.get(channel);
        if (provider == null) {
            return;
        }
        if (result == Result.AGAIN || result == Result.UNHEARD) {
            provider.failed();
        } else {
            provider.answered();
        }
    }

    private void trace(Claim claim, Result result, Duration took) {
        var attributes = new HashMap<>(Map.of("organization.id", claim.organization().value().toString(), "conversation.id",
                claim.conversation().value().toString(), "channel", claim.channel().sql(), "result",
                result.name().toLowerCase(Locale.ROOT)));
        claim.turn().ifPresent(turn -> attributes.put("turn.id", turn.toString()));
        traces.did("send", SpanKind.CLIENT, claim.traceparent(), took, attributes, result != Result.ACCEPTED);
    }

    void gaveUp(ChannelName channel) {
        var counter = failed.get(channel);
        if (counter != null) {
            counter.increment();
        }
    }
}
