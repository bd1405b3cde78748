package mx.yume.scheduling.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import mx.yume.scheduling.time.Group.Placed;

/**
 * The groups that the services of a visit can form: each alone and, where they may be given at once, those in which everyone
 * after the first begins with another or as another ends, so that the customer never waits.
 */
final class Groups {

    /** Of services given at once at most this many are tried, those of the fewest services first, then those that save most. */
    static final int MOST_AT_ONCE = 100;

    private static final Comparator<Group> LIKELIEST = Comparator.comparingInt((Group group) -> group.parts().size())
            .thenComparing(Comparator.comparingLong(Group::saved).reversed());

    private final List<Choice> choices;
    private final List<List<Long>> lengths;
    private final List<Group> atOnce = new ArrayList<>();

    private Groups(List<Choice> choices, List<List<Long>> lengths) {
        this.choices = choices;
        this.lengths = lengths;
    }

    /** @param lengths which each service may have, in seconds */
    static List<Group> of(List<Choice> choices, List<List<Long>> lengths, boolean sideBySide) {
        var groups = new ArrayList<Group>();
        for (int part = 0; part < choices.size(); part++) {
            for (long length : lengths.get(part)) {
                groups.add(Group.of(List.of(new Placed(part, 0, length))));
            }
        }
        if (sideBySide) {
            var search = new Groups(choices, lengths);
            search.extend(List.of());
            search.atOnce.sort(LIKELIEST);
            groups.addAll(search.atOnce.subList(0, Math.min(MOST_AT_ONCE, search.atOnce.size())));
        }
        return List.copyOf(groups);
    }

    /** Adds one more service after those placed, in the order of their starts: so each group is found once. */
    private void extend(List<Placed> placed) {
        for (int part = 0; part < choices.size(); part++) {
            if (!has(placed, part)) {
                for (long offset : offsets(placed, part)) {
                    for (long length : lengths.get(part)) {
                        extend(placed, new Placed(part, offset, length));
                    }
                }
            }
        }
    }

    private void extend(List<Placed> placed, Placed next) {
        if (placed.stream().anyMatch(other -> other.overlaps(next) && !mayGoBeside(other, next))) {
            return;
        }
        var more = new ArrayList<>(placed);
        more.add(next);
        if (more.size() > 1) {
            atOnce.add(Group.of(more));
        }
        extend(more);
    }

    private static Set<Long> offsets(List<Placed> placed, int part) {
        var offsets = new TreeSet<Long>();
        if (placed.isEmpty()) {
            offsets.add(0L);
            return offsets;
        }
        var last = placed.getLast();
        if (last.offset() == 0) {
            offsets.add(0L);
        }
        placed.forEach(other -> offsets.add(other.end()));
        long over = offsets.last();
        offsets.removeIf(offset -> offset < last.offset() || offset >= over || (offset == last.offset() && part < last.part()));
        return offsets;
    }

    private static boolean has(List<Placed> placed, int part) {
        return placed.stream().anyMatch(other -> other.part() == part);
    }

    private boolean mayGoBeside(Placed one, Placed other) {
        return choices.get(one.part()).mayGoBeside(choices.get(other.part()));
    }
}
