package mx.yume.scheduling.time;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.yume.business.Spot;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.time.Group.Placed;

/**
 * When services given at once can begin: when everyone can, with different people and different spots for those that overlap.
 * Who is free only changes at known seconds; between two of them one look is enough for all starts.
 */
final class AtOnce {

    private record Key(int part, long length) {}

    private final List<Chances> chances;
    private final List<StaffMember> people;
    private final List<Spot> spots;
    private final Map<Key, Steps> byPeople = new HashMap<>();
    private final Map<Key, Steps> bySpots = new HashMap<>();

    AtOnce(List<Chances> chances) {
        this.chances = chances;
        people = chances.stream().flatMap(chance -> chance.givers().stream()).map(Giver::member).distinct()
                .limit(Steps.MOST).toList();
        spots = chances.stream().flatMap(chance -> chance.choice().spots().stream()).distinct().limit(Steps.MOST).toList();
    }

    Spans starts(Group group) {
        var together = together(group);
        var starts = new SpanList(together.count());
        for (int span = 0; span < together.count(); span++) {
            long at = together.from(span);
            while (at < together.to(span)) {
                long until = Math.min(together.to(span), nextChange(group, at));
                if (fits(group, at)) {
                    starts.add(at, until);
                }
                at = until;
            }
        }
        return starts.spans();
    }

    boolean fits(Group group, long start) {
        return fits(group, start, 0, new long[group.parts().size()], true)
                && fits(group, start, 0, new long[group.parts().size()], false);
    }

    /** Each has somebody, though perhaps two the same. */
    private Spans together(Group group) {
        Spans together = null;
        for (var placed : group.parts()) {
            var starts = chances.get(placed.part()).any(placed.length()).shifted(-placed.offset());
            together = together == null ? starts : together.and(starts);
        }
        return together == null ? Spans.NONE : together;
    }

    private long nextChange(Group group, long start) {
        long next = Long.MAX_VALUE;
        for (var placed : group.parts()) {
            long at = start + placed.offset();
            next = Math.min(next, sooner(people(placed).nextAfter(at), placed));
            if (chances.get(placed.part()).choice().needsSpot()) {
                next = Math.min(next, sooner(spots(placed).nextAfter(at), placed));
            }
        }
        return next;
    }

    private static long sooner(long change, Placed placed) {
        return change == Long.MAX_VALUE ? change : change - placed.offset();
    }

    /** @param taken the bit of whoever, or whatever, each of those before got */
    private boolean fits(Group group, long start, int next, long[] taken, boolean staff) {
        if (next == taken.length) {
            return true;
        }
        var placed = group.parts().get(next);
        if (!staff && !chances.get(placed.part()).choice().needsSpot()) {
            taken[next] = 0;
            return fits(group, start, next + 1, taken, false);
        }
        long free = (staff ? people(placed) : spots(placed)).at(start + placed.offset());
        for (int before = 0; before < next; before++) {
            free &= group.parts().get(before).overlaps(placed) ? ~taken[before] : ~0L;
        }
        for (; free != 0; free &= free - 1) {
            taken[next] = Long.lowestOneBit(free);
            if (fits(group, start, next + 1, taken, staff)) {
                return true;
            }
        }
        return false;
    }

    private Steps people(Placed placed) {
        return byPeople.computeIfAbsent(new Key(placed.part(), placed.length()),
                key -> chances.get(key.part()).steps(key.length(), people));
    }

    private Steps spots(Placed placed) {
        return bySpots.computeIfAbsent(new Key(placed.part(), placed.length()),
                key -> chances.get(key.part()).spotSteps(key.length(), spots));
    }
}
