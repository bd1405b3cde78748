package mx.yume.scheduling.time;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import mx.yume.business.Service;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;

/**
 * Whether a visit would make a day crumble: whether it leaves one of those who give it, right before or right after it, free
 * working time that is too short for the shortest service they give, their own duration and its buffers counted.
 */
public final class Crumbs {

    private final List<Service> services;
    private final Timetable timetable;
    private final Map<StaffId, Spans> idle = new HashMap<>();
    private final Map<StaffId, Long> shortest = new HashMap<>();

    /** @param services all that the business sells */
    public Crumbs(List<Service> services, Timetable timetable) {
        this.services = services;
        this.timetable = timetable;
    }

    public boolean left(List<Seated> visit) {
        for (var seat : visit) {
            var member = seat.giver().member();
            long from = Long.MAX_VALUE;
            long to = Long.MIN_VALUE;
            for (var theirs : visit) {
                if (theirs.giver().member().id().equals(member.id())) {
                    from = Math.min(from, theirs.start() - theirs.giver().shape().before());
                    to = Math.max(to, theirs.end() + theirs.giver().shape().after());
                }
            }
            if (tooShort(before(member, from), member) || tooShort(after(member, to), member)) {
                return true;
            }
        }
        return false;
    }

    private boolean tooShort(long gap, StaffMember member) {
        return gap > 0 && gap < shortest.computeIfAbsent(member.id(), id -> shortest(member));
    }

    private long before(StaffMember member, long second) {
        var idle = idle(member);
        int span = idle.firstEndingAfter(second - 1);
        return span < idle.count() && idle.from(span) < second ? second - idle.from(span) : 0;
    }

    private long after(StaffMember member, long second) {
        var idle = idle(member);
        int span = idle.firstEndingAfter(second);
        return span < idle.count() && idle.from(span) <= second ? idle.to(span) - second : 0;
    }

    /** When they work and are not taken. */
    private Spans idle(StaffMember member) {
        return idle.computeIfAbsent(member.id(),
                id -> timetable.working(member).and(timetable.free(member.id().value())));
    }

    private long shortest(StaffMember member) {
        return services.stream().filter(service -> member.gives(service.id()))
                .map(service -> member.durationOf(service).plus(service.bufferBefore()).plus(service.bufferAfter()))
                .mapToLong(Duration::toSeconds).min().orElse(0);
    }
}
