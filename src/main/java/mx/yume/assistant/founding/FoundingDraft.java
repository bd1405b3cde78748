package mx.yume.assistant.founding;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.assistant.language.business.WeekReading.Doubt;
import mx.yume.business.Permission;

/**
 * A business as far as its founder has told, in either assistant's hands: the state is the first thing missing.
 *
 * @param menu in the order told
 * @param week what was said of each weekday; one that is absent is closed
 * @param doubts what could be meant otherwise about the week, and is asked back
 * @param team everybody else; empty while it was not asked or answered
 * @param serves whether customers can book the owner
 * @param shown what the founder was last asked to confirm; gone as soon as any of it changes
 * @param startingOver they were asked whether all of it is to be forgotten
 * @param misunderstandings messages in a row that made no sense
 */
@RegisterForReflection
public record FoundingDraft(Particulars info, List<Item> menu, Map<DayOfWeek, List<Span>> week, Set<Doubt> doubts,
        Optional<List<Mate>> team, boolean serves, Optional<UUID> shown, boolean startingOver, int misunderstandings) {

    static final FoundingDraft EMPTY = new FoundingDraft(Particulars.NOTHING, List.of(), Map.of(), Set.of(), Optional.empty(),
            true,
            Optional.empty(), false, 0);

    /**
     * A service. Without price or duration it is asked about.
     *
     * @param from the price is the lowest: "desde $600"
     */
    @RegisterForReflection
    public record Item(String name, Optional<Integer> minutes, Optional<Long> centavos, boolean from) {

        boolean complete() {
            return minutes.isPresent() && centavos.isPresent();
        }
    }

    /** On the wall clock; closing at or before opening is on the day after. */
    @RegisterForReflection
    public record Span(LocalTime opens, LocalTime closes) {}

    /**
     * Somebody of the team.
     *
     * @param phone E.164
     * @param gives names on the menu; empty when they give all of it
     */
    @RegisterForReflection
    public record Mate(String name, Optional<String> phone, Permission permission, Set<String> gives) {}

    public FoundingDraft {
        menu = List.copyOf(menu);
        week = week.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(week));
        doubts = Set.copyOf(doubts);
        team = team.map(List::copyOf);
    }

    FoundingDraft info(Particulars next) {
        return next.equals(info) ? this
                : new FoundingDraft(next, menu, week, doubts, team, serves, Optional.empty(), false, misunderstandings);
    }

    FoundingDraft menu(List<Item> next) {
        return next.equals(menu) ? this
                : new FoundingDraft(info, next, week, doubts, team, serves, Optional.empty(), false, misunderstandings);
    }

    FoundingDraft week(Map<DayOfWeek, List<Span>> next, Set<Doubt> open) {
        return next.equals(week) && open.equals(doubts) ? this
                : new FoundingDraft(info, menu, next, open, team, serves, Optional.empty(), false, misunderstandings);
    }

    FoundingDraft team(List<Mate> next) {
        return team.filter(next::equals).isPresent() ? this
                : new FoundingDraft(info, menu, week, doubts, Optional.of(next), serves, Optional.empty(), false,
                        misunderstandings);
    }

    FoundingDraft serves(boolean ownerServes) {
        return ownerServes == serves ? this
                : new FoundingDraft(info, menu, week, doubts, team, ownerServes, Optional.empty(), false, misunderstandings);
    }

    /** @param turn whose answer shows it */
    FoundingDraft shown(UUID turn) {
        return shown.isPresent() ? this
                : new FoundingDraft(info, menu, week, doubts, team, serves, Optional.of(turn), false, misunderstandings);
    }

    FoundingDraft nothingShown() {
        return new FoundingDraft(info, menu, week, doubts, team, serves, Optional.empty(), false, misunderstandings);
    }

    FoundingDraft startingOver(boolean asked) {
        return new FoundingDraft(info, menu, week, doubts, team, serves, shown, asked, misunderstandings);
    }

    FoundingDraft misunderstandings(int count) {
        return new FoundingDraft(info, menu, week, doubts, team, serves, shown, startingOver, count);
    }

    /** Whether anything of a business was told. */
    boolean blank() {
        return info.equals(Particulars.NOTHING) && menu.isEmpty() && week.isEmpty() && team.isEmpty();
    }

    /** The same business, whatever was asked or shown meanwhile. */
    boolean sameAs(FoundingDraft other) {
        return info.equals(other.info) && menu.equals(other.menu) && week.equals(other.week) && doubts.equals(other.doubts)
                && team.equals(other.team) && serves == other.serves;
    }

    List<String> names() {
        return menu.stream().map(Item::name).toList();
    }

    Optional<Item> incomplete() {
        return menu.stream().filter(item -> !item.complete()).findFirst();
    }
}
