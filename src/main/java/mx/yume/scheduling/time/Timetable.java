package mx.yume.scheduling.time;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import mx.yume.business.Location;
import mx.yume.business.StaffMember;

/** One location's days: when it is open, who works when, and what time of theirs is left. Each is worked out once, when asked. */
public final class Timetable {

    /** In seconds. Hours and visits of the last day may reach into the next, buffers of the first into the day before. */
    static final long AROUND = 86_400;

    private final Location location;
    private final Days days;
    private final Function<UUID, Spans> busy;
    private final boolean anyHour;
    private final Spans window;
    private final Spans open;
    private final Map<UUID, Spans> working = new HashMap<>();
    private final Map<UUID, Spans> free = new HashMap<>();
    private final Map<UUID, long[]> loads = new HashMap<>();

    /**
     * @param busy of a staff member or spot; must cover the days and one more on either side
     * @param anyHour whether hours do not matter
     */
    public Timetable(Location location, Days days, Function<UUID, Spans> busy, boolean anyHour) {
        this.location = location;
        this.days = days;
        this.busy = busy;
        this.anyHour = anyHour;
        this.window = Spans.of(days.begin() - AROUND, days.end() + AROUND);
        this.open = anyHour ? window : WorkingTime.open(location, days);
    }

    public Days days() {
        return days;
    }

    public Spans open() {
        return open;
    }

    /** When somebody works here, whether or not they are booked. */
    public Spans working(StaffMember member) {
        return anyHour ? window
                : working.computeIfAbsent(member.id().value(), id -> WorkingTime.of(member, location, open, days));
    }

    /** When a staff member or a spot is not taken, whether or not anybody works then. */
    public Spans free(UUID resource) {
        return free.computeIfAbsent(resource, id -> window.minus(busy.apply(id)));
    }

    /** The seconds at which somebody could begin a service, as far as it is up to them. */
    public Spans startsOf(Giver giver) {
        var shape = giver.shape();
        return shape.startsIn(open, working(giver.member())).and(shape.startsWithHands(free(giver.member().id().value())));
    }

    /** How many seconds of that second's local day somebody is taken: booked, blocked or held. */
    public long load(StaffMember member, long second) {
        var ofDays = loads.computeIfAbsent(member.id().value(), id -> unknown());
        int day = days.dayOf(second);
        if (ofDays[day] < 0) {
            ofDays[day] = taken(days.whole(day), member.id().value());
        }
        return ofDays[day];
    }

    private long[] unknown() {
        var loads = new long[days.asked()];
        Arrays.fill(loads, -1);
        return loads;
    }

    private long taken(Spans day, UUID resource) {
        var rest = free(resource);
        long taken = day.to(0) - day.from(0);
        for (int span = rest.firstEndingAfter(day.from(0)); span < rest.count() && rest.from(span) < day.to(0); span++) {
            taken -= Math.min(rest.to(span), day.to(0)) - Math.max(rest.from(span), day.from(0));
        }
        return taken;
    }

    /**
     * Whether a visit is longer than all the working time on these days: than the location's longest stretch, or one of its
     * services than anybody's; or than a visit may be. False where nobody works at all: then not the length is the matter.
     *
     * @param together whether some of its services may be given at once
     */
    public boolean tooShortFor(List<Choice> choices, boolean together) {
        long total = 0;
        for (var choice : choices) {
            long shortest = Long.MAX_VALUE;
            boolean works = false;
            boolean fits = false;
            for (var giver : choice.givers()) {
                long longest = working(giver.member()).longest();
                works |= longest > 0;
                fits |= longest >= giver.shape().longestHands() && open.longest() >= giver.shape().length();
                shortest = Math.min(shortest, giver.shape().length());
            }
            if (!works) {
                return false;
            }
            if (!fits) {
                return true;
            }
            total += shortest;
        }
        return !together && total > Math.min(open.longest(), Search.LONGEST_VISIT.toSeconds());
    }
}
