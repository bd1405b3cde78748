package mx.yume.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.platform.Money;

/**
 * What somebody said yes to, as they were shown it. What would come out otherwise is refused and not written.
 *
 * @param price of all services
 * @param plan who gives what and when, sorted by start; empty when only the price was named
 */
public record Agreed(Money price, List<Step> plan) {

    /** One service of the visit. */
    public record Step(ServiceId service, StaffId staff, Instant start) {

        static Step of(Part part) {
            return new Step(part.service(), part.staff(), part.start().toInstant());
        }
    }

    public Agreed {
        plan = List.copyOf(plan);
    }

    public static Agreed of(Preview.Possible shown) {
        return new Agreed(shown.price(), shown.parts().stream().map(Step::of).toList());
    }

    /** Whoever gives it, for this price. */
    public static Agreed on(Money price) {
        return new Agreed(price, List.of());
    }

    Optional<Refusal> objection(List<Part> parts, Money now) {
        if (!price.equals(now)) {
            return Optional.of(new Refusal.OtherPrice(now));
        }
        return plan.isEmpty() || plan.equals(parts.stream().map(Step::of).toList()) ? Optional.empty()
                : Optional.of(new Refusal.OtherPlan());
    }
}
