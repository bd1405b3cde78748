package mx.yume.scheduling.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffMember;

/** When one service of a visit could begin, by whom and where. How long it takes decides the rest of a visit: it comes first. */
final class Chances {

    private final Choice choice;
    private final List<Giver> givers;
    private final List<Spans> byGiver;
    private final Timetable timetable;
    private final Map<Long, List<Spans>> bySpot;
    private final Map<Long, Spans> any = new HashMap<>();

    Chances(Choice choice, List<Long> lengths, Timetable timetable) {
        this(choice, choice.givers().stream().filter(giver -> lengths.contains(giver.shape().length())).toList(), timetable,
                new HashMap<>());
    }

    private Chances(Choice choice, List<Giver> givers, Timetable timetable, Map<Long, List<Spans>> bySpot) {
        this.choice = choice;
        this.givers = givers;
        this.timetable = timetable;
        this.bySpot = bySpot;
        this.byGiver = givers.stream().map(timetable::startsOf).toList();
    }

    Chances only(Giver giver) {
        return new Chances(choice, List.of(giver), timetable, bySpot);
    }

    Choice choice() {
        return choice;
    }

    List<Giver> givers() {
        return givers;
    }

    /** The starts for which there is somebody who takes that long, and a spot. */
    Spans any(long length) {
        return any.computeIfAbsent(length, this::compute);
    }

    private Spans compute(long length) {
        var starts = Spans.NONE;
        for (int at = 0; at < givers.size(); at++) {
            if (givers.get(at).shape().length() == length) {
                starts = starts.or(byGiver.get(at));
            }
        }
        return choice.needsSpot() ? starts.and(spots(length).stream().reduce(Spans.NONE, Spans::or)) : starts;
    }

    /** Who could begin with it then, the fittest first and else in the owner's order. */
    List<Giver> giversAt(long start, long length, ToLongFunction<StaffMember> load) {
        var fit = new ArrayList<Giver>();
        for (int at = 0; at < givers.size(); at++) {
            if (givers.get(at).shape().length() == length && byGiver.get(at).contains(start)) {
                insert(fit, givers.get(at), load);
            }
        }
        return fit;
    }

    private static void insert(List<Giver> fit, Giver giver, ToLongFunction<StaffMember> load) {
        int at = fit.size();
        while (at > 0 && load.applyAsLong(fit.get(at - 1).member()) > load.applyAsLong(giver.member())) {
            at--;
        }
        fit.add(at, giver);
    }

    /** Where it could begin then: where it is now, else where whoever gives it likes to work, else in the owner's order. */
    List<Spot> spotsAt(long start, long length, StaffMember member) {
        var free = new ArrayList<Spot>();
        for (int at = 0; at < choice.spots().size(); at++) {
            if (spots(length).get(at).contains(start)) {
                free.add(choice.spots().get(at));
            }
        }
        member.defaultSpot().ifPresent(liked -> first(free, liked));
        choice.now().ifPresent(now -> first(free, now));
        return free;
    }

    private static void first(List<Spot> spots, SpotId id) {
        Optional<Spot> found = spots.stream().filter(spot -> spot.id().equals(id)).findFirst();
        found.ifPresent(spot -> {
            spots.remove(spot);
            spots.addFirst(spot);
        });
    }

    /** The starts of each of those who take that long, a place for each of the people of the visit. */
    Steps steps(long length, List<StaffMember> people) {
        var sets = new ArrayList<Spans>();
        for (var person : people) {
            var starts = Spans.NONE;
            for (int at = 0; at < givers.size(); at++) {
                if (givers.get(at).member().equals(person) && givers.get(at).shape().length() == length) {
                    starts = byGiver.get(at);
                }
            }
            sets.add(starts);
        }
        return new Steps(sets);
    }

    /** The starts of each of its spots, a place for each of the spots of the visit. */
    Steps spotSteps(long length, List<Spot> spots) {
        return new Steps(spots.stream().map(spot -> choice.spots().indexOf(spot))
                .map(at -> at < 0 ? Spans.NONE : spots(length).get(at)).toList());
    }

    private List<Spans> spots(long length) {
        return bySpot.computeIfAbsent(length, key -> {
            var shape = Shape.of(choice.service(), Duration.ofSeconds(key));
            return choice.spots().stream().map(spot -> shape.startsWithSpot(timetable.free(spot.id().value()))).toList();
        });
    }
}
