package mx.yume.assistant.staff.day;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.scheduling.Appointment;

/**
 * Which visit is meant, as far as it was said.
 *
 * @param day in the business's calendar
 * @param at when it starts, on the clock of its place
 * @param customer some words of the customer's name
 * @param phone of the customer, E.164
 * @param staff who gives it
 * @param appointment the one that was chosen
 */
@RegisterForReflection
public record Which(Optional<LocalDate> day, Optional<LocalTime> at, Optional<String> customer, Optional<String> phone,
        Optional<UUID> staff, Optional<UUID> appointment) {

    public static final Which ANY = new Which(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    /** What is said later counts more. Words that tell it anew let go of the one that was chosen before. */
    public Which and(Which later) {
        if (later.equals(ANY)) {
            return this;
        }
        return new Which(later.day.or(() -> day), later.at.or(() -> at), later.customer.or(() -> customer),
                later.phone.or(() -> phone), later.staff.or(() -> staff), later.appointment);
    }

    public Which day(LocalDate wanted) {
        return new Which(Optional.of(wanted), at, customer, phone, staff, appointment);
    }

    public Which by(UUID member) {
        return new Which(day, at, customer, phone, Optional.of(member), appointment);
    }

    public Which chosen(UUID visit) {
        return new Which(day, at, customer, phone, staff, Optional.of(visit));
    }

    /** Nothing was said that would tell one visit from another. */
    public boolean vague() {
        return at.isEmpty() && customer.isEmpty() && phone.isEmpty() && appointment.isEmpty();
    }

    boolean startsThen(Appointment visit) {
        return at.map(time -> visit.start().toLocalTime().equals(time)).orElse(true);
    }

    boolean givenByThem(Appointment visit) {
        return staff.map(member -> visit.parts().stream().anyMatch(part -> part.staff().value().equals(member))).orElse(true);
    }
}
