package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;

/**
 * What is certain, or clearly a question, in one message. What is not there was not understood, which is not the same as not said.
 *
 * @param answer only when the message says nothing else, so that "sí, pero a las 6" confirms nothing
 * @param services in the order named; "corte y barba" is one if the business sells it as one
 * @param staff who was asked for
 * @param anyStaff "con quien sea", "me da igual"
 * @param choice a bare number, "la 2", "el segundo": the position in what was offered, from 1, however many were. "El 15" is
 *            also a day: what was offered decides
 * @param name how the person says they are called, title case; only when the message says so ("soy Paty", "me llamo…", "a nombre de…")
 * @param bareName what would be a name if a name was asked for; empty when the words mean something else, but for the name of
 *            somebody of the staff, which is both
 * @param yesAndMore it begins with a yes and goes on: never a confirmation by itself, yet it may be one where the rest says the
 *            same again ("sí, mañana a las 5 está bien") or names what was asked ("sí, cancélala")
 * @param impossible a day or an hour was said that does not exist ("31 de febrero", "a las 25:00"); it is not in {@code day} nor
 *            {@code time}
 * @param excluded weekdays that will not do: "cualquier día menos el lunes"
 * @param stars how good a visit was, 1 to 5, when the message rates one in words ("5 estrellas", "le doy un 4"); a bare number is
 *            only a {@code choice}
 */
public record Reading(Optional<Intent> intent, Optional<Answer> answer, List<Mention<ServiceId>> services,
        Optional<Mention<StaffId>> staff, boolean anyStaff, Optional<DayReading> day, Optional<TimeReading> time,
        OptionalInt choice, Optional<String> name, Optional<String> bareName, boolean yesAndMore, boolean impossible,
        Set<DayOfWeek> excluded, Optional<Integer> stars) {

    public Reading {
        services = List.copyOf(services);
        excluded = Set.copyOf(excluded);
    }

    /** Of a message that says nothing impossible. */
    public Reading(Optional<Intent> intent, Optional<Answer> answer, List<Mention<ServiceId>> services,
            Optional<Mention<StaffId>> staff, boolean anyStaff, Optional<DayReading> day, Optional<TimeReading> time,
            OptionalInt choice, Optional<String> name, Optional<String> bareName, boolean yesAndMore) {
        this(intent, answer, services, staff, anyStaff, day, time, choice, name, bareName, yesAndMore, false,
                Set.of(), Optional.empty());
    }
}
