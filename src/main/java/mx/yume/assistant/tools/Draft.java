package mx.yume.assistant.tools;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.scheduling.AppointmentId;

/**
 * What a flow knows so far, in either assistant's hands: the state is the first thing missing.
 *
 * @param appointment the one to be moved or cancelled
 * @param shown what the customer was last asked to confirm; gone as soon as they change their mind about any of it
 * @param misunderstandings messages in a row that made no sense
 * @param waiting what else was asked for in the same message, to be taken up when this is done
 * @param keyed the starts that a model was given last, under S1, S2…
 */
@RegisterForReflection
public record Draft(Wish wish, Optional<AppointmentId> appointment, Optional<Shown> shown, int misunderstandings,
        List<Instant> keyed, Optional<String> waiting) {

    public static final Draft EMPTY = new Draft(Wish.NOTHING, Optional.empty(), Optional.empty(), 0, List.of(),
            Optional.empty());

    /** A draft that was kept before there were keys has none. */
    public Draft {
        keyed = Objects.requireNonNullElse(keyed, List.of());
    }

    /**
     * What was last asked to be confirmed.
     *
     * @param turn in which it was made: a yes counts only in a later one, when it has been sent
     */
    @RegisterForReflection
    public record Shown(Summary summary, UUID turn) {}

    public Draft wish(Wish next) {
        return next.equals(wish) ? this : new Draft(next, appointment, Optional.empty(), misunderstandings, keyed, waiting);
    }

    public Draft appointment(AppointmentId chosen) {
        return appointment.filter(chosen::equals).isPresent() ? this
                : new Draft(wish, Optional.of(chosen), Optional.empty(), misunderstandings, keyed, waiting);
    }

    /** The same summary again keeps the turn in which it was first shown. */
    public Draft shown(Summary summary, UUID turn) {
        return shown.filter(last -> last.summary().equals(summary)).isPresent() ? this
                : new Draft(wish, appointment, Optional.of(new Shown(summary, turn)), misunderstandings, keyed, waiting);
    }

    public Draft nothingShown() {
        return new Draft(wish, appointment, Optional.empty(), misunderstandings, keyed, waiting);
    }

    public Draft misunderstandings(int count) {
        return new Draft(wish, appointment, shown, count, keyed, waiting);
    }

    /** The starts that a model was given under keys, S1 first: so "la segunda" is known in the next turn too. */
    public Draft keyed(List<Instant> starts) {
        return new Draft(wish, appointment, shown, misunderstandings, List.copyOf(starts), waiting);
    }

    public Draft waiting(String later) {
        return new Draft(wish, appointment, shown, misunderstandings, keyed, Optional.of(later));
    }
}
