package mx.yume.scheduling.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import mx.yume.business.Spot;
import mx.yume.business.StaffMember;

/**
 * How a visit of several services goes that begins at a given second. The shortest arrangement wins; of equally short ones the one whose services
 * begin in the order they were named; then those give them who have the fewest minutes taken that day, then the owner's order.
 */
final class Arranging {

    /**
     * What is left of a visit, at its best.
     *
     * @param end how long after the start of the visit it is over
     * @param order the numbers of its services as they begin, a digit for each
     * @param group that it begins with, and when
     * @param rest what follows; nothing more after the last
     */
    private record Plan(long end, int order, Group group, long offset, Optional<Plan> rest) {}

    /** @param mask of the services still to come */
    private record Rest(int mask, long offset) {}

    private final Search search;
    private final long start;
    private final Map<Rest, Optional<Plan>> plans = new HashMap<>();

    Arranging(Search search, long start) {
        this.search = search;
        this.start = start;
    }

    /** Sorted by start; empty when the visit cannot begin then. */
    Optional<List<Seated>> best() {
        var plan = plan(new Rest((1 << search.services()) - 1, 0));
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        var seats = new ArrayList<Seated>();
        for (var next = plan; next.isPresent(); next = next.get().rest()) {
            seats.addAll(seats(next.get().group(), start + next.get().offset()));
        }
        return Optional.of(seats);
    }

    /** The same for a visit of one service: there is nothing to arrange, so who is quicker does not get everybody. */
    Optional<List<Seated>> single() {
        return search.groups().stream().filter(group -> search.starts(group).contains(start)).map(group -> seats(group, start))
                .min(Comparator.comparing(seats -> loads(seats.stream()), Arrays::compare));
    }

    private Optional<Plan> plan(Rest rest) {
        var known = plans.get(rest);
        if (known != null) {
            return known;
        }
        Optional<Plan> best = Optional.empty();
        for (var group : search.groups()) {
            var plan = planWith(group, rest);
            if (plan.isPresent() && (best.isEmpty() || better(plan.get(), best.get()))) {
                best = plan;
            }
        }
        plans.put(rest, best);
        return best;
    }

    private Optional<Plan> planWith(Group group, Rest rest) {
        long end = rest.offset() + group.length();
        if ((group.mask() & ~rest.mask()) != 0 || end > Search.LONGEST_VISIT.toSeconds()
                || !search.starts(group).contains(start + rest.offset())) {
            return Optional.empty();
        }
        int after = rest.mask() & ~group.mask();
        return after == 0
                ? Optional.of(new Plan(end, group.order(), group, rest.offset(), Optional.empty()))
                : plan(new Rest(after, end)).map(then -> new Plan(then.end(), before(group.order(), then.order()), group,
                        rest.offset(), Optional.of(then)));
    }

    /** The digits of one before those of the other. */
    private static int before(int first, int then) {
        int shift = 10;
        while (shift <= then) {
            shift *= 10;
        }
        return first * shift + then;
    }

    private boolean better(Plan one, Plan other) {
        if (one.end() != other.end()) {
            return one.end() < other.end();
        }
        return one.order() == other.order() ? Arrays.compare(loads(one), loads(other)) < 0 : one.order() < other.order();
    }

    /** What each of those who would give it has that day, and their place in the owner's order, as its services begin. */
    private long[] loads(Plan plan) {
        return loads(Stream.iterate(Optional.of(plan), Optional::isPresent, next -> next.orElseThrow().rest())
                .map(Optional::orElseThrow).flatMap(part -> seats(part.group(), start + part.offset()).stream()));
    }

    private long[] loads(Stream<Seated> seats) {
        return seats.flatMapToLong(seat -> LongStream.of(load(seat.giver().member()), seat.giver().place())).toArray();
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
