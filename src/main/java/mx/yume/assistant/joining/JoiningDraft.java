package mx.yume.assistant.joining;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.language.business.WeekReading.Doubt;
import mx.yume.business.Hours;
import mx.yume.scheduling.AppointmentId;

/**
 * What somebody new has told, in either assistant's hands: the state is the first thing missing.
 *
 * @param name theirs, once confirmed
 * @param week when they work, by weekday; a day that is absent is free
 * @param agreed whether they said yes to that week
 * @param other they work other hours than those they were shown, and have not said which
 * @param outside appointments that were shown and stay outside these hours
 * @param tutorial the turn that first showed how it works: it counts as seen in a later one
 * @param misunderstandings messages in a row that made no sense
 */
@RegisterForReflection
public record JoiningDraft(Optional<String> name, Map<DayOfWeek, List<Hours>> week, Set<Doubt> doubts, boolean agreed,
        boolean other, List<AppointmentId> outside, Optional<UUID> tutorial, int misunderstandings) {

    static final JoiningDraft EMPTY = new JoiningDraft(Optional.empty(), Map.of(), Set.of(), false, false, List.of(),
            Optional.empty(), 0);

    public JoiningDraft {
        week = new TreeMap<>(week);
        doubts = Set.copyOf(doubts);
        outside = List.copyOf(outside);
    }

    JoiningDraft name(String told) {
        return new JoiningDraft(Optional.of(told), week, doubts, agreed, other, outside, tutorial, 0);
    }

    /** To be agreed to. */
    JoiningDraft week(Map<DayOfWeek, List<Hours>> told, Set<Doubt> open) {
        return new JoiningDraft(name, told, open, false, true, List.of(), tutorial, 0);
    }

    JoiningDraft agree() {
        return new JoiningDraft(name, week, Set.of(), true, other, outside, tutorial, 0);
    }

    /** Not the hours shown: others are to be told. */
    JoiningDraft otherHours() {
        return new JoiningDraft(name, Map.of(), Set.of(), false, true, List.of(), tutorial, 0);
    }

    JoiningDraft leaving(List<AppointmentId> appointments) {
        return new JoiningDraft(name, week, doubts, false, other, appointments, tutorial, 0);
    }

    JoiningDraft tutorial(UUID turn) {
        return tutorial.isPresent() ? this
                : new JoiningDraft(name, week, doubts, agreed, other, outside, Optional.of(turn), misunderstandings);
    }

    /** Whether a turn before this one showed how it works. */
    boolean sawTutorialBefore(UUID turn) {
        return tutorial.filter(shown -> !shown.equals(turn)).isPresent();
    }

    JoiningDraft misunderstandings(int count) {
        return new JoiningDraft(name, week, doubts, agreed, other, outside, tutorial, count);
    }
}
