package mx.yume.assistant.model.endpoint;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.conversation.spending.ModelUse;
import mx.yume.platform.watch.Neighbours;
import mx.yume.platform.watch.Neighbours.Neighbour;
import mx.yume.platform.watch.Timed;

/** How long the model takes, what it uses and costs, and how often it gave way to the guided assistant: {@code yume.model.*}. */
@Startup
@ApplicationScoped
public class ModelWatch {

    private final Neighbour model;
    private final Timer answered;
    private final Timer late;
    private final Timer broken;
    private final Counter input;
    private final Counter output;
    private final Counter audio;
    private final Counter dollars;
    private final Map<Reason, Counter> gaveWay = new EnumMap<>(Reason.class);

    ModelWatch(MeterRegistry registry, Neighbours neighbours) {
        model = neighbours.of("model");
        answered = call(registry, "answered");
        late = call(registry, "timeout");
        broken = call(registry, "failed");
        input = tokens(registry, "input");
        output = tokens(registry, "output");
        audio = Counter.builder("yume.model.audio").baseUnit("seconds").description("voice notes that were written down")
                .register(registry);
        dollars = Counter.builder("yume.model.cost").baseUnit("dollars").description("what that costs by the configured prices")
                .register(registry);
        for (var reason : Reason.values()) {
            gaveWay.put(reason, Counter.builder("yume.model.gave.way")
                    .description("turns that the guided assistant took over, by what went wrong")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT)).register(registry));
        }
    }

    private static Timer call(MeterRegistry registry, String result) {
        return Timed.timer(registry, "yume.model.call", "one question to the model", "result", result);
    }

    private static Counter tokens(MeterRegistry registry, String direction) {
        return Counter.builder("yume.model.tokens").description("as the endpoint counts them, else estimated")
                .tag("direction", direction).register(registry);
    }

    void answered(long beganNanos) {
        answered.record(Duration.ofNanos(System.nanoTime() - beganNanos));
        model.answered();
    }

    void failed(Reason reason, long beganNanos) {
        (reason == Reason.TIMEOUT ? late : broken).record(Duration.ofNanos(System.nanoTime() - beganNanos));
        model.failed();
    }

    void used(ModelUse use) {
        input.increment((double) use.inputTokens());
        output.increment((double) use.outputTokens());
        audio.increment((double) use.audioSeconds());
        dollars.increment(use.microDollars() / 1_000_000.0);
    }

    /** The guided assistant answers this turn. */
    public void gaveWay(Throwable failure) {
        if (failure instanceof ModelFailed failed) {
            Objects.requireNonNull(gaveWay.get(failed.reason())).increment();
        }
    }
}
