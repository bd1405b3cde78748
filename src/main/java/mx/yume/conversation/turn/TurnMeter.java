package mx.yume.conversation.turn;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.Startup;
import mx.yume.conversation.turn.TurnEnd.Outcome;
import mx.yume.platform.watch.Timed;
import mx.yume.platform.watch.Traces;

/** How long turns take, by who answered: {@code yume.turn}. */
@Startup
@ApplicationScoped
class TurnMeter {

    private static final String NOBODY = "none";
    private static final Set<String> ASSISTANTS = Set.of(FixedReplies.ASSISTANT, "guided", "model");

    private final MeterRegistry registry;
    private final Traces traces;

    TurnMeter(MeterRegistry registry, Traces traces) {
        this.registry = registry;
        this.traces = traces;
        ASSISTANTS.forEach(assistant -> timer(assistant, "done"));
        timer(FixedReplies.ASSISTANT, "apology");
        timer(NOBODY, "failed");
        timer(NOBODY, "stale");
    }

    void ended(OpenTurn turn, Outcome outcome, Duration took) {
        var assistant = ASSISTANTS.contains(outcome.assistant()) ? outcome.assistant() : "other";
        ended(turn, assistant, outcome.failed() ? "apology" : "done", took);
    }

    /** One try: it may be tried again. */
    void failed(OpenTurn turn, Duration took) {
        ended(turn, NOBODY, "failed", took);
    }

    /** Taken over by a newer claim. */
    void stale(OpenTurn turn, Duration took) {
        ended(turn, NOBODY, "stale", took);
    }

    private void ended(OpenTurn turn, String assistant, String result, Duration took) {
        timer(assistant, result).record(took);
        var key = turn.key();
        traces.did("turn", SpanKind.CONSUMER, turn.traceparent(), took, Map.of("organization.id",
                key.organization().value().toString(), "conversation.id", key.conversation().value().toString(), "turn.id",
                key.turn().value().toString(), "assistant", assistant, "result", result), !result.equals("done"));
    }

    private Timer timer(String assistant, String result) {
        return Timed.timer(registry, "yume.turn", "from the claim of a turn to the commit of its reply",
                "assistant", assistant, "result", result);
    }
}
