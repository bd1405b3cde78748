package mx.yume.conversation.handoff;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/** How often customers wanted a person, and whether one could be told: {@code yume.handoffs}. */
@Startup
@ApplicationScoped
class HandoffMeter {

    private final Counter told;
    private final Counter left;

    HandoffMeter(MeterRegistry registry) {
        told = counter(registry, "told");
        left = counter(registry, "left");
    }

    private static Counter counter(MeterRegistry registry, String result) {
        return Counter.builder("yume.handoffs").description("customers who wanted a person").tag("result", result)
                .register(registry);
    }

    /** Asking again, in a later turn or in one that is run again, is not another one: its outcome tells of an earlier handoff. */
    void asked(HandoffId asked, HandoffOutcome outcome) {
        if (outcome instanceof HandoffOutcome.Told(var handoff, _) && handoff.equals(asked)) {
            told.increment();
        } else if (outcome instanceof HandoffOutcome.Left(var handoff) && handoff.equals(asked)) {
            left.increment();
        }
    }
}
