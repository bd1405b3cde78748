package mx.yume.scheduling.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.business.Spot;
import mx.yume.business.StaffMember;

/**
 * How a visit goes that begins at a given second. The shortest arrangement wins; of equally short ones the one whose services
 * begin in the order they were named; then those give them who have the fewest minutes taken that day, then the owner's order.
 */
final class Arranging {

    private static final long NEVER = Long.MAX_VALUE;

    /** @param mask of the services still to come */
    private record Rest(int mask, long offset) {}

    private final Search search;
    private final long start;
    private final Map<Rest, Long> ends = new HashMap<>();

    Arranging(Search search, long start) {
        this.search = search;
        this.start = start;
    }

    /** Sorted by start; empty when the visit cannot begin then. */
    Optional<List<Seated>> best() {
        int all = (1 << search.services()) - 1;
        if (end(all, 0) == NEVER) {
            return Optional.empty();
        }
        var seats = new ArrayList<Seated>();
        long offset = 0;
        for (int rest = all; rest != 0;) {
            var group = next(rest, offset);
            seats.addAll(seats(group, start + offset));
            rest &= ~group.mask();
            offset += group.length();
        }
        return Optional.of(seats);
    }

    /** How long after the start the visit ends at best, if these services begin then. */
    private long end(int rest, long offset) {
        if (rest == 0) {
            return offset;
        }
        var known = ends.get(new Rest(rest, offset));
        if (known != null) {
            return known;
        }
        long best = NEVER;
        for (var group : search.groups()) {
            best = Math.min(best, endWith(group, rest, offset));
        }
        ends.put(new Rest(rest, offset), best);
        return best;
    }

    private long endWith(Group group, int rest, long offset) {
        boolean possible = (group.mask() & ~rest) == 0 && offset + group.length() <= Search.LONGEST_VISIT.toSeconds()
                && search.starts(group).contains(start + offset);
        return possible ? end(rest & ~group.mask(), offset + group.length()) : NEVER;
    }

    private Group next(int rest, long offset) {
        long end = end(rest, offset);
        return search.groups().stream().filter(group -> endWith(group, rest, offset) == end)
                .min((one, other) -> compare(one, other, offset)).orElseThrow();
    }

    private int compare(Group one, Group other, long offset) {
        int byOrder = one.order().compareTo(other.order());
        return byOrder != 0 ? byOrder : Long.compare(load(one, offset), load(other, offset));
    }

    /** What those who would give it have that day, the first one first. */
    private long load(Group group, long offset) {
        return load(seats(group, start + offset).getFirst().giver().member());
    }

    private long load(StaffMember member) {
        return search.timetable().load(member, start);
    }

    private List<Seated> seats(Group group, long at) {
        var givers = new ArrayList<Giver>();
        var spots = new ArrayList<Optional<Spot>>();
        if (!givers(group, at, givers) || !spots(group, at, givers, spots)) {
            throw new IllegalStateException("Nobody is free for what could begin at " + at);
        }
        var seats = new ArrayList<Seated>();
        for (int place = 0; place < givers.size(); place++) {
            var placed = group.parts().get(place);
            seats.add(new Seated(search.chances(placed.part()).choice().service(), givers.get(place), spots.get(place),
                    at + placed.offset()));
        }
        return seats;
    }

    /** Finds somebody for each, different people for those that overlap; later ones give way to earlier ones. */
    private boolean givers(Group group, long at, List<Giver> chosen) {
        if (chosen.size() == group.parts().size()) {
            return true;
        }
        var placed = group.parts().get(chosen.size());
        for (var giver : search.chances(placed.part()).giversAt(at + placed.offset(), placed.length(), this::load)) {
            if (differs(group, chosen.stream().map(Giver::member).toList(), giver.member())) {
                chosen.add(giver);
                if (givers(group, at, chosen)) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }

    private boolean spots(Group group, long at, List<Giver> givers, List<Optional<Spot>> chosen) {
        if (chosen.size() == group.parts().size()) {
            return true;
        }
        var placed = group.parts().get(chosen.size());
        var member = givers.get(chosen.size()).member();
        var chances = search.chances(placed.part());
        var free = chances.choice().needsSpot()
                ? chances.spotsAt(at + placed.offset(), placed.length(), member).stream().map(Optional::of).toList()
                : List.of(Optional.<Spot>empty());
        for (var spot : free) {
            if (spot.isEmpty() || differs(group, chosen, spot)) {
                chosen.add(spot);
                if (spots(group, at, givers, chosen)) {
                    return true;
                }
                chosen.removeLast();
            }
        }
        return false;
    }

    /** Whether nobody chosen for what overlaps the next service is this one. */
    private static <T> boolean differs(Group group, List<T> chosen, T next) {
        var placed = group.parts().get(chosen.size());
        for (int before = 0; before < chosen.size(); before++) {
            if (chosen.get(before).equals(next) && group.parts().get(before).overlaps(placed)) {
                return false;
            }
        }
        return true;
    }
}
