package mx.yume.assistant.staff.day.visits;

import java.util.Optional;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.staff.day.Which;

/**
 * A customer's visit that the business cancels.
 *
 * @param version of the visit as it was shown
 * @param tell whether Yume tells the customer; it does unless told not to
 */
@RegisterForReflection
public record CancelOrder(Which which, Optional<Integer> version, Optional<String> reason, boolean tell) implements Order {

    CancelOrder of(Which other) {
        return new CancelOrder(other, version, reason, tell);
    }

    CancelOrder seen(Optional<Integer> now) {
        return new CancelOrder(which, now, reason, tell);
    }
}
