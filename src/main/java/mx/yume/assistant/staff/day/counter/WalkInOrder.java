package mx.yume.assistant.staff.day.counter;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.orders.Order;

/**
 * Somebody who is to be taken in.
 *
 * @param services in the order they were named
 * @param name who it is for; without one somebody unknown
 * @param phone E.164
 * @param customer the one it is, of those the business knows
 * @param stranger it is nobody of those who are called so
 * @param staff who was asked for
 * @param day without a day and a time, now
 * @param given who would give it, as it was shown
 * @param centavos what it would cost, as it was shown
 */
@RegisterForReflection
public record WalkInOrder(List<UUID> services, Optional<String> name, Optional<String> phone, Optional<UUID> customer,
        boolean stranger, Optional<UUID> staff, Optional<LocalDate> day, Optional<LocalTime> time, Optional<UUID> given,
        Optional<Long> centavos) implements Order {

    public static final WalkInOrder NOTHING = new WalkInOrder(List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
            false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public WalkInOrder {
        services = List.copyOf(services);
    }

    WalkInOrder services(List<UUID> wanted) {
        return new WalkInOrder(wanted, name, phone, customer, stranger, staff, day, time, Optional.empty(), Optional.empty());
    }

    WalkInOrder called(Optional<String> who, Optional<String> number) {
        return new WalkInOrder(services, who.or(() -> name), number.or(() -> phone), Optional.empty(), false, staff, day, time,
                given, centavos);
    }

    WalkInOrder known(UUID person, Optional<String> who) {
        return new WalkInOrder(services, who.or(() -> name), phone, Optional.of(person), false, staff, day, time, given,
                centavos);
    }

    WalkInOrder unknown() {
        return new WalkInOrder(services, name, phone, Optional.empty(), true, staff, day, time, given, centavos);
    }

    WalkInOrder with(UUID member) {
        return new WalkInOrder(services, name, phone, customer, stranger, Optional.of(member), day, time, Optional.empty(),
                Optional.empty());
    }

    WalkInOrder at(Optional<LocalDate> newDay, Optional<LocalTime> newTime) {
        return new WalkInOrder(services, name, phone, customer, stranger, staff, newDay.or(() -> day), newTime.or(() -> time),
                Optional.empty(), Optional.empty());
    }

    /** The day that a time alone means. */
    WalkInOrder on(LocalDate today) {
        return new WalkInOrder(services, name, phone, customer, stranger, staff, Optional.of(today), time, given, centavos);
    }

    WalkInOrder shown(Optional<UUID> by, Optional<Long> price) {
        return new WalkInOrder(services, name, phone, customer, stranger, staff, day, time, by, price);
    }
}
