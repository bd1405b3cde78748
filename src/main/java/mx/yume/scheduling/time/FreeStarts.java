package mx.yume.scheduling.time;

import java.time.LocalDate;
import java.util.function.LongConsumer;

import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;

/** The starts on a location's grid at which one person could give one service: the innermost of availability. */
public final class FreeStarts {

    private final Location location;
    private final Days days;
    private final Spans open;

    /** What is the same for everybody at a location, both days included. */
    public FreeStarts(Location location, LocalDate first, LocalDate last) {
        this.location = location;
        this.days = new Days(location.zone(), first, last);
        this.open = WorkingTime.open(location, days);
    }

    /**
     * Calls for every start, in order, in seconds since the epoch. Allocates by stretches of working and free time, never by
     * cells.
     *
     * @param busy the person's, sorted
     */
    public void forEach(StaffMember member, Service service, Spans busy, LongConsumer start) {
        var shape = Shape.of(service, member.durationOf(service));
        var free = Spans.of(days.begin() - Timetable.AROUND, days.end() + Timetable.AROUND).minus(busy);
        var starts = shape.startsIn(open, WorkingTime.of(member, location, open, days)).and(shape.startsWithHands(free));
        days.cells(starts, location.grid(), start);
    }
}
