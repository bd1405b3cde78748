package mx.yume.assistant.staff.setup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.calendar.Answer;

/**
 * The appointments ahead of whoever or whatever leaves, as they were shown, and what is to become of them.
 *
 * @param shown in the order of their ids, so that the same are written alike; empty until they were asked about
 */
@RegisterForReflection
record Ahead(List<AppointmentId> shown, Optional<Answer.What> what) {

    static final Ahead UNKNOWN = new Ahead(List.of(), Optional.empty());

    Ahead {
        shown = shown.stream().sorted(Comparator.comparing(AppointmentId::value)).toList();
    }

    /** Only to what was shown. */
    Ahead answered(Answer.What answer) {
        return shown.isEmpty() ? this : new Ahead(shown, Optional.of(answer));
    }

    /** Nothing for appointments that nobody was shown. */
    Optional<Answer> answer() {
        return shown.isEmpty() ? Optional.empty() : what.map(chosen -> new Answer(chosen, Set.copyOf(shown)));
    }
}
