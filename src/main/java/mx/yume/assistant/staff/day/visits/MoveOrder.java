package mx.yume.assistant.staff.day.visits;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.staff.day.Which;

/**
 * A customer's visit that the business moves.
 *
 * @param day to which; without one, the day it is on
 * @param time to which; without one, the time it is at
 * @param staff to whom; without one, they stay
 * @param version of the visit as it was shown
 * @param centavos what it will cost, as it was shown
 * @param tell whether Yume tells the customer; it does unless told not to
 */
@RegisterForReflection
public record MoveOrder(Which which, Optional<LocalDate> day, Optional<LocalTime> time, Optional<UUID> staff,
        Optional<Integer> version, Optional<Long> centavos, boolean tell) implements Order {

    public static final MoveOrder NOTHING = new MoveOrder(Which.ANY, Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), true);

    MoveOrder of(Which other) {
        return new MoveOrder(other, day, time, staff, version, centavos, tell);
    }

    MoveOrder to(Optional<LocalDate> newDay, Optional<LocalTime> newTime, Optional<UUID> newStaff) {
        return new MoveOrder(which, newDay.or(() -> day), newTime.or(() -> time), newStaff.or(() -> staff), version, centavos,
                tell);
    }

    MoveOrder anew() {
        return new MoveOrder(which, day, Optional.empty(), staff, Optional.empty(), Optional.empty(), tell);
    }

    MoveOrder shown(Optional<Integer> now, Optional<Long> price) {
        return new MoveOrder(which, day, time, staff, now, price, tell);
    }

    MoveOrder telling(boolean tell) {
        return new MoveOrder(which, day, time, staff, version, centavos, tell);
    }

    /** Nothing was said of where it goes. */
    boolean nowhere() {
        return day.isEmpty() && time.isEmpty() && staff.isEmpty();
    }
}
