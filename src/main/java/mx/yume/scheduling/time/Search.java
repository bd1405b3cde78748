package mx.yume.scheduling.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * When a visit can begin, and how it goes then. A visit is a chain of groups ({@link Groups}), each beginning as the one before
 * ends, in any order. Those groups that overlap nothing are independent of the others, since parts of one visit never stand in
 * each other's way: so a chain fits at the seconds at which each of its groups does, and chains that have come equally far with
 * the same services go on as one.
 */
public final class Search {

    /** With four hours of buffer before and after it, what a visit reserves is a day at most: reservations are read by that. */
    public static final Duration LONGEST_VISIT = Duration.ofHours(16);

    private final List<Chances> chances;
    private final List<Group> groups;
    private final Timetable timetable;
    private final IdentityHashMap<Group, Spans> starts = new IdentityHashMap<>();
    private final AtOnce atOnce;

    private Search(List<Chances> chances, List<Group> groups, Timetable timetable) {
        this.chances = chances;
        this.groups = groups;
        this.timetable = timetable;
        this.atOnce = new AtOnce(chances);
    }

    /** @param choices in the order they were named, never empty */
    public static Search of(List<Choice> choices, boolean sideBySide, Timetable timetable) {
        var lengths = Lengths.of(choices, sideBySide);
        var chances = new ArrayList<Chances>();
        for (int part = 0; part < choices.size(); part++) {
            chances.add(new Chances(choices.get(part), lengths.get(part), timetable));
        }
        return new Search(chances, Groups.of(choices, lengths, sideBySide), timetable);
    }

    /** Who could give the service that was named first, whenever. */
    public List<Giver> givers() {
        return chances.getFirst().givers();
    }

    /** The same visit, its first named service given by nobody else. */
    public Search firstGivenBy(Giver giver) {
        var narrowed = new ArrayList<>(chances);
        narrowed.set(0, chances.getFirst().only(giver));
        var search = new Search(narrowed, groups, timetable);
        starts.forEach((group, spans) -> {
            if ((group.mask() & 1) == 0) {
                search.starts.put(group, spans);
            }
        });
        return search;
    }

    /** Every second at which the visit could begin. */
    public Spans starts() {
        int all = (1 << chances.size()) - 1;
        var reached = new ArrayList<Map<Long, Spans>>();
        for (int mask = 0; mask <= all; mask++) {
            reached.add(new TreeMap<>());
        }
        groups.forEach(group -> step(reached, 0, 0, null, group));
        for (int mask = 1; mask < all; mask++) {
            for (var so : reached.get(mask).entrySet()) {
                for (var group : groups) {
                    step(reached, mask, so.getKey(), so.getValue(), group);
                }
            }
        }
        return reached.get(all).values().stream().reduce(Spans.NONE, Spans::or);
    }

    /** Goes on with one more group from where the services of the mask ended. */
    private void step(List<Map<Long, Spans>> reached, int mask, long offset, @Nullable Spans so, Group group) {
        long end = offset + group.length();
        if ((group.mask() & mask) != 0 || end > LONGEST_VISIT.toSeconds()) {
            return;
        }
        var next = starts(group).shifted(-offset);
        var fits = so == null ? next : so.and(next);
        if (!fits.isEmpty()) {
            reached.get(mask | group.mask()).merge(end, fits, Spans::or);
        }
    }

    /** The best arrangement that begins then: the shortest, of those the one nearest to the order named, then the fairest. */
    public Optional<List<Seated>> at(long start) {
        var arranging = new Arranging(this, start);
        return services() == 1 ? arranging.single() : arranging.best();
    }

    Spans starts(Group group) {
        return starts.computeIfAbsent(group, key -> key.single()
                ? chances.get(key.parts().getFirst().part()).any(key.length())
                : atOnce.starts(key));
    }

    List<Group> groups() {
        return groups;
    }

    Chances chances(int part) {
        return chances.get(part);
    }

    int services() {
        return chances.size();
    }

    public Timetable timetable() {
        return timetable;
    }
}
