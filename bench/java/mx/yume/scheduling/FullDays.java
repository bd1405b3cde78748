package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.StaffId;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.time.Days;
import mx.yume.scheduling.time.Giver;
import mx.yume.scheduling.time.Shape;
import mx.yume.scheduling.time.SpanList;
import mx.yume.scheduling.time.Spans;
import mx.yume.scheduling.time.Timetable;

/**
 * Days from 8:00 to 20:00 of people who have equally many visits, in pairs of ten minutes each. The free starts of a service of
 * fifteen minutes, by the engine's arithmetic and by stepping.
 */
final class FullDays {

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final int OPEN_MINUTES = 12 * 60;
    private static final Duration VISIT = Duration.ofMinutes(10);
    private static final int SERVICE_MINUTES = 15;

    private final LocalDate first;
    private final LocalDate last;
    private final Business business;
    private final Service service;
    private final Stepping stepping;
    private final List<Giver> givers;
    private final Map<UUID, Spans> busy = new HashMap<>();
    private final Availability availability;

    FullDays(ZoneId zone, LocalDate first, int days, int staff, int appointments, int gridMinutes) {
        this.first = first;
        this.last = first.plusDays(days - 1L);
        var hours = Shop.daily("08:00-20:00");
        var shop = new Shop().in(zone.getId()).open(hours).cut(SERVICE_MINUTES, 0).grid(gridMinutes);
        IntStream.range(0, staff).forEach(number -> shop.with(new StaffId(new UUID(1, number)), hours));
        business = shop.business();
        service = business.services().getFirst();
        givers = business.staff().stream().map(member -> new Giver(member, 0, Shape.of(service, service.duration()))).toList();
        var visits = new HashMap<StaffId, Map<LocalDate, List<Stepping.Visit>>>();
        var reserved = new HashMap<UUID, List<TimeRange>>();
        for (var member : business.staff()) {
            var byDay = visits(zone, appointments);
            visits.put(member.id(), byDay);
            reserved.put(member.id().value(), ranges(byDay));
            busy.put(member.id().value(), SpanList.covering(ranges(byDay), days * appointments));
        }
        availability = new Availability(business, business.location(), new Busy(reserved), now());
        stepping = new Stepping(business.location(), now().atZone(zone), visits);
    }

    private SortedMap<LocalDate, List<Stepping.Visit>> visits(ZoneId zone, int appointments) {
        var byDay = new TreeMap<LocalDate, List<Stepping.Visit>>();
        first.datesUntil(last.plusDays(1)).forEach(day -> byDay.put(day, IntStream.range(0, appointments)
                .mapToObj(number -> visit(day.atTime(OPENS).plusMinutes(minute(number, appointments)).atZone(zone))).toList()));
        return byDay;
    }

    private static long minute(int number, int appointments) {
        return number / 2 * 2L * OPEN_MINUTES / appointments + number % 2 * VISIT.toMinutes();
    }

    private static Stepping.Visit visit(ZonedDateTime start) {
        return new Stepping.Visit(start, start.plus(VISIT));
    }

    private static List<TimeRange> ranges(SortedMap<LocalDate, List<Stepping.Visit>> byDay) {
        return byDay.values().stream().flatMap(List::stream)
                .map(visit -> new TimeRange(visit.start().toInstant(), visit.end().toInstant())).toList();
    }

    /** Everything that is worked out for an answer: days, hours, what is left of them, and the cells in it. */
    void arithmetic(LongConsumer start) {
        var days = new Days(business.location().zone(), first, last);
        var timetable = new Timetable(business.location(), days, id -> busy.getOrDefault(id, Spans.NONE), false);
        for (var giver : givers) {
            days.cells(timetable.startsOf(giver), business.location().grid(), start);
        }
    }

    /** All of the answer: for each start also who could serve, who would, and whether it leaves a gap too short to sell. */
    List<Slot> slots() {
        return availability.slots(SlotQuery.online(Shop.PLACE, Shop.CUT, first, last, Optional.empty()));
    }

    void stepping(Consumer<ZonedDateTime> start) {
        for (var member : business.staff()) {
            stepping.starts(member, service.duration(), first, last, start);
        }
    }

    /** Both find the same starts, and some; then what they take can be compared. */
    FullDays checked() {
        var one = new ArrayList<Long>();
        arithmetic(one::add);
        var other = new ArrayList<Long>();
        stepping(start -> other.add(start.toEpochSecond()));
        if (one.isEmpty() || !one.equals(other)) {
            throw new IllegalStateException("They differ: " + one + " and " + other);
        }
        var listed = slots().stream().map(slot -> slot.start().toEpochSecond()).toList();
        if (!listed.equals(one.stream().sorted().distinct().toList())) {
            throw new IllegalStateException("They differ: " + one + " and " + listed);
        }
        return this;
    }

    private Instant now() {
        return first.minusDays(2).atStartOfDay(business.location().zone()).toInstant();
    }
}
