package mx.yume.scheduling;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import mx.yume.business.Location;
import mx.yume.business.StaffId;
import mx.yume.scheduling.time.Crumbs;
import mx.yume.scheduling.time.Giver;
import mx.yume.scheduling.time.Search;
import mx.yume.scheduling.time.Seated;
import mx.yume.scheduling.time.Spans;

/** What a search found, as slots on the location's grid: only here do seconds become dates. */
final class SlotList {

    private final Location location;
    private final Search search;
    private final Crumbs crumbs;
    private final List<Giver> givers;
    /** Of each of those who could give the service named first, in their order. */
    private final List<Spans> starts;

    SlotList(Location location, Search search, Crumbs crumbs) {
        this.location = location;
        this.search = search;
        this.crumbs = crumbs;
        givers = search.givers();
        starts = givers.stream().map(giver -> search.firstGivenBy(giver).starts()).toList();
    }

    /** Sorted by start. */
    List<Slot> within(Spans allowed) {
        var slots = new ArrayList<Slot>();
        var all = starts.stream().reduce(Spans.NONE, Spans::or).and(allowed);
        search.timetable().days().cells(all, location.grid(), start -> slots.add(slot(start)));
        return List.copyOf(slots);
    }

    private Slot slot(long start) {
        var visit = search.at(start).orElseThrow();
        long end = visit.stream().mapToLong(Seated::end).max().orElseThrow();
        return new Slot(local(start), local(end), staff(start), location.daysKeptWhole() && crumbs.left(visit));
    }

    private List<StaffId> staff(long start) {
        var staff = new ArrayList<StaffId>();
        for (int giver = 0; giver < givers.size(); giver++) {
            if (starts.get(giver).contains(start)) {
                staff.add(givers.get(giver).member().id());
            }
        }
        return staff;
    }

    private ZonedDateTime local(long second) {
        return Instant.ofEpochSecond(second).atZone(location.zone());
    }
}
