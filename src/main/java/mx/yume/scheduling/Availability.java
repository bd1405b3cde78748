package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Placement.Seat;

/**
 * What can be booked at a business, given who is busy when: location hours ∩ the staff member's hours − what is busy, for staff
 * who can give the service and with a spot of its kind free throughout, on the location's grid, after the minimum notice, up to
 * the horizon. A visit ends within working hours; its buffer may pass them, and occupies like the visit.
 *
 * <p>Pure. {@link #slots} lists exactly the starts that {@link #place} accepts.
 *
 * @param location where
 * @param busy must cover the days asked for, and {@link #LONGEST} after them
 * @param now business time
 */
record Availability(Business business, Location location, Busy busy, Instant now) {

    /** No reservation is longer: a service takes at most 12 hours and its buffer 4 (the schema says so). */
    static final Duration LONGEST = Duration.ofDays(1);

    static final int ALTERNATIVES = 3;

    /** Sorted by start; the staff of each in the owner's order. */
    List<Slot> slots(SlotQuery query) {
        var first = later(query.from(), today());
        var last = earlier(query.to(), lastDay());
        var service = wanted(query.services()).flatMap(one -> business.service(one.service()));
        if (service.isEmpty() || first.isAfter(last)) {
            return List.of();
        }
        var bookable = bookable(service.get(), first, last);
        var grid = new Grid(location.grid(), zone(), first, last);
        var byStart = new TreeMap<Long, List<StaffId>>();
        for (var member : candidates(query.services().getFirst(), query.terms())) {
            var starts = Span.intersection(bookable, startsOf(member, service.get(), first, last));
            grid.cells(starts, start -> byStart.computeIfAbsent(start, key -> new ArrayList<>()).add(member.id()));
        }
        return byStart.entrySet().stream()
                .map(slot -> slot(slot.getKey(), service.get(), slot.getValue())).toList();
    }

    /** Where the visit would go: the first free candidate and the first free spot, in the owner's order. */
    Placement place(Wish wish) {
        var start = wish.start();
        var service = wanted(wish.services()).flatMap(one -> business.service(one.service()));
        if (service.isEmpty()) {
            return new DoesNot(new Refusal.UnknownService());
        }
        var candidates = candidates(wish.services().getFirst(), wish.terms());
        if (candidates.isEmpty()) {
            return new DoesNot(new Refusal.CannotServe());
        }
        var untimely = untimely(start);
        if (untimely.isPresent()) {
            return new DoesNot(untimely.get());
        }
        var visit = TimeRange.of(start, service.get().duration());
        var working = candidates.stream().filter(member -> works(member, visit)).toList();
        if (working.isEmpty() || !Grid.has(start, location.grid(), zone())) {
            return new DoesNot(new Refusal.OutsideHours(List.of()));
        }
        return seat(service.get(), working, visit, wish.spotNow(service.get().id()));
    }

    /**
     * Up to three free starts, the nearest in time to the one asked for first. With a staff preference only theirs: whoever
     * would rather have another person at the same time asks again without it.
     *
     * @param within nothing farther from the start asked for
     * @param except starts that are no answer: the one asked for, the one the appointment has now
     */
    List<Slot> nearest(SlotQuery query, Instant asked, Duration within, Set<Instant> except) {
        return slots(query).stream()
                .filter(slot -> distance(slot, asked).compareTo(within) <= 0 && !except.contains(slot.start().toInstant()))
                .sorted(Comparator.comparing((Slot slot) -> distance(slot, asked)).thenComparing(Slot::start))
                .limit(ALTERNATIVES).toList();
    }

    /** What must be known of who is busy to answer the query; empty when nothing can be free then anyway. */
    Optional<TimeRange> relevant(SlotQuery query) {
        var last = earlier(query.to(), lastDay());
        var first = later(query.from(), today());
        return first.isAfter(last) || wanted(query.services()).flatMap(one -> business.service(one.service())).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new TimeRange(Instant.ofEpochSecond(startOf(first)), Instant.ofEpochSecond(window(first, last).to())));
    }

    /** Everybody and everything whose time the answer depends on. */
    Set<UUID> resources(List<Wanted> services) {
        var resources = new LinkedHashSet<UUID>();
        for (var wanted : services) {
            candidates(wanted, Terms.COUNTER).forEach(member -> resources.add(member.id().value()));
            business.service(wanted.service()).stream().flatMap(service -> spotsFor(service).stream())
                    .forEach(spot -> resources.add(spot.id().value()));
        }
        return resources;
    }

    /** The last bookable day. */
    LocalDate lastDay() {
        return today().plusDays(location.horizonDays());
    }

    private Optional<Refusal> untimely(Instant start) {
        if (start.isBefore(now)) {
            return Optional.of(new Refusal.InThePast(List.of()));
        }
        if (start.isBefore(now.plus(location.minimumNotice()))) {
            return Optional.of(new Refusal.TooSoon(location.minimumNotice(), List.of()));
        }
        return dayOf(start).isAfter(lastDay()) ? Optional.of(new Refusal.BeyondHorizon(lastDay())) : Optional.empty();
    }

    private Placement seat(Service service, List<StaffMember> working, TimeRange visit, Optional<SpotId> preferred) {
        var occupied = new TimeRange(visit.start(), visit.end().plus(service.bufferAfter()));
        var member = working.stream().filter(one -> busy.free(one.id().value(), occupied)).findFirst();
        var spots = spotsFor(service).stream().filter(spot -> busy.free(spot.id().value(), occupied)).toList();
        if (member.isEmpty() || (service.spotKind().isPresent() && spots.isEmpty())) {
            return new DoesNot(new Refusal.SlotTaken(List.of()));
        }
        var spot = spots.stream().filter(one -> preferred.filter(one.id()::equals).isPresent()).findFirst()
                .or(() -> spots.stream().findFirst());
        return new Fits(location, List.of(new Seat(service, member.get(), spot, visit, List.of(occupied), occupied,
                member.get().priceOf(service).amount())));
    }

    private boolean works(StaffMember member, TimeRange visit) {
        var wanted = Span.covering(visit);
        return WorkingTime.of(location, member, dayOf(visit.start()), dayOf(visit.start())).stream()
                .anyMatch(span -> span.contains(wanted.from(), wanted.to()));
    }

    /** The starts that notice, days and spots allow, whoever serves. */
    private List<Span> bookable(Service service, LocalDate first, LocalDate last) {
        long from = Math.max(startOf(first), Span.secondsUp(now.plus(location.minimumNotice())));
        long to = startOf(last.plusDays(1));
        if (from >= to) {
            return List.of();
        }
        var days = List.of(new Span(from, to));
        if (service.spotKind().isEmpty()) {
            return days;
        }
        var window = window(first, last);
        var withSpot = spotsFor(service).stream().map(spot -> Span.gaps(busy.spans(spot.id().value()), window))
                .flatMap(free -> Span.startsFor(occupation(service), free).stream()).toList();
        return Span.intersection(days, Span.union(withSpot));
    }

    private List<Span> startsOf(StaffMember member, Service service, LocalDate first, LocalDate last) {
        var working = WorkingTime.of(location, member, first, last);
        var free = Span.gaps(busy.spans(member.id().value()), window(first, last));
        return Span.intersection(Span.startsFor(service.duration().toSeconds(), working),
                Span.startsFor(occupation(service), free));
    }

    private Span window(LocalDate first, LocalDate last) {
        return new Span(startOf(first), startOf(last.plusDays(1)) + LONGEST.toSeconds());
    }

    private static Optional<Wanted> wanted(List<Wanted> services) {
        return services.stream().findFirst();
    }

    private Slot slot(long start, Service service, List<StaffId> staff) {
        var at = Instant.ofEpochSecond(start).atZone(zone());
        return new Slot(at, at.plus(service.duration()), staff, false);
    }

    private List<StaffMember> candidates(Wanted wanted, Terms terms) {
        var skilled = terms == Terms.ONLINE ? business.bookableOnline(wanted.service()) : business.skilledIn(wanted.service());
        return wanted.staff().map(only -> skilled.stream().filter(member -> member.id().equals(only)).toList()).orElse(skilled);
    }

    private List<Spot> spotsFor(Service service) {
        return business.spots().stream().filter(
                spot -> spot.location().equals(location.id()) && service.spotKind().filter(spot.kind()::equals).isPresent())
                .toList();
    }

    private static long occupation(Service service) {
        return service.duration().plus(service.bufferAfter()).toSeconds();
    }

    private static Duration distance(Slot slot, Instant asked) {
        return Duration.between(asked, slot.start().toInstant()).abs();
    }

    private ZoneId zone() {
        return location.zone();
    }

    private LocalDate today() {
        return dayOf(now);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toEpochSecond();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
