package mx.yume.scheduling;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;

/**
 * What the agenda was asked to write, and how often somebody had taken the time meanwhile: {@code yume.bookings},
 * {@code yume.changes}.
 */
@Startup
@ApplicationScoped
class AgendaMeter {

    /** By how it ended. */
    private static final class Counts {

        private final Counter done;
        private final Counter taken;
        private final Counter refused;

        private Counts(MeterRegistry registry, String name, String what) {
            done = counter(registry, name, what, "done");
            taken = counter(registry, name, what, "taken");
            refused = counter(registry, name, what, "refused");
        }

        private static Counter counter(MeterRegistry registry, String name, String what, String result) {
            return Counter.builder(name).description(what).tag("result", result).register(registry);
        }

        private Counter refused(Refusal why) {
            return why instanceof Refusal.SlotTaken ? taken : refused;
        }
    }

    private final Counts bookings;
    private final Counts changes;

    AgendaMeter(MeterRegistry registry) {
        bookings = new Counts(registry, "yume.bookings", "appointments that were asked for");
        changes = new Counts(registry, "yume.changes", "changes of appointments that were asked for");
    }

    void booked(BookingOutcome outcome) {
        (switch (outcome) {
            case BookingOutcome.Booked _ -> bookings.done;
            case BookingOutcome.Refused(var why) -> bookings.refused(why);
        }).increment();
    }

    void changed(MoveOutcome outcome) {
        (switch (outcome) {
            case MoveOutcome.Moved _ -> changes.done;
            case MoveOutcome.Refused(var why) -> changes.refused(why);
            case MoveOutcome.Unchanged _,MoveOutcome.Changed _,MoveOutcome.NotFound _ -> changes.refused;
        }).increment();
    }
}
