package mx.yume.conversation.turn;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import mx.yume.conversation.turn.TurnEnd.Outcome;
import mx.yume.platform.watch.Timed;

/** How long turns take, by who answered: {@code yume.turn}. */
@Startup
@ApplicationScoped
class TurnMeter {

    private static final String NOBODY = "none";
    private static final Set<String> ASSISTANTS = Set.of(FixedReplies.ASSISTANT, "guided", "model");

    private final MeterRegistry registry;

    TurnMeter(MeterRegistry registry) {
        this.registry = registry;
        ASSISTANTS.forEach(assistant -> timer(assistant, "done"));
        timer(FixedReplies.ASSISTANT, "apology");
        timer(NOBODY, "failed");
        timer(NOBODY, "stale");
    }

    void ended(Outcome outcome, Duration took) {
        var assistant = ASSISTANTS.contains(outcome.assistant()) ? outcome.assistant() : "other";
        timer(assistant, outcome.failed() ? "apology" : "done").record(took);
    }

    /** One try: it may be tried again. */
    void failed(Duration took) {
        timer(NOBODY, "failed").record(took);
    }

    /** Taken over by a newer claim. */
    void stale(Duration took) {
        timer(NOBODY, "stale").record(took);
    }

    private Timer timer(String assistant, String result) {
        return Timed.timer(registry, "yume.turn", "from the claim of a turn to the commit of its reply",
                "assistant", assistant, "result", result);
    }
}
