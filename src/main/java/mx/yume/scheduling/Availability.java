package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import mx.yume.business.Business;
import mx.yume.business.Location;
import mx.yume.business.Spot;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Placement.Seat;
import mx.yume.scheduling.time.Choice;
import mx.yume.scheduling.time.Crumbs;
import mx.yume.scheduling.time.Days;
import mx.yume.scheduling.time.Giver;
import mx.yume.scheduling.time.Search;
import mx.yume.scheduling.time.Seated;
import mx.yume.scheduling.time.SpanList;
import mx.yume.scheduling.time.Spans;
import mx.yume.scheduling.time.Timetable;

/**
 * What can be booked at a business, given who is busy when: location hours ∩ the staff member's hours − their breaks − what is
 * busy, for staff who can give each service and with a spot of its kind free throughout. Each service of a visit lies in the
 * location's hours and the stretches that need hands in the staff member's; buffers may pass them, and occupy like the visit.
 * {@link Terms} says the rest: grid, notice and horizon.
 *
 * <p>Without a preference whoever has the fewest minutes taken on that local day serves, of equals the first in the owner's
 * order. {@code docs/scheduling.md} has the rules in full.
 *
 * <p>Pure. {@link #slots} lists exactly the starts that {@link #place} accepts under the same terms.
 *
 * @param location where
 * @param busy must cover the days asked for, and {@link #LONGEST} before and after them
 * @param now business time
 */
record Availability(Business business, Location location, Busy busy, Instant now) {

    /** No reservation is longer: a visit takes at most 16 hours, and its buffers 4 on either side. */
    static final Duration LONGEST = Duration.ofDays(1);

    static final int ALTERNATIVES = 3;

    /** Sorted by start; the staff of each in the owner's order. */
    List<Slot> slots(SlotQuery query) {
        return slots(Asked.of(business, location, query), query);
    }

    /** The same for a visit that may last otherwise than usual, or stay where it is. */
    List<Slot> slots(Wish wish, SlotQuery query) {
        return slots(Asked.of(business, location, wish), query);
    }

    private List<Slot> slots(Asked asked, SlotQuery query) {
        var first = later(query.from(), today());
        var last = earlier(query.to(), asked.lastDay(today()));
        if (asked.refusal().isPresent() || first.isAfter(last)) {
            return List.of();
        }
        var timetable = timetable(first, last, query.terms(), busy);
        var search = Search.of(asked.choices(), query.sideBySide(), timetable);
        long from = Math.max(timetable.days().begin(), SpanList.secondsUp(asked.earliest(now)));
        return new SlotList(location, search, new Crumbs(business.services(), timetable))
                .within(Spans.of(from, timetable.days().end()));
    }

    /** Where the visit would go: the best arrangement that begins then. */
    Placement place(Wish wish) {
        var asked = Asked.of(business, location, wish);
        return asked.refusal().or(() -> untimely(asked, wish)).<Placement>map(DoesNot::new)
                .orElseGet(() -> place(asked, wish));
    }

    private Placement place(Asked asked, Wish wish) {
        var choices = asked.choices();
        var day = dayOf(wish.start());
        if (wish.keepsItsStart() || asked.mayBegin(wish.start())) {
            var best = arranged(choices, wish, timetable(day, day, wish.terms(), busy));
            if (best.isPresent()) {
                return fits(best.get());
            }
            if (arranged(choices, wish, timetable(day, day, wish.terms(), Busy.NOTHING)).isPresent()) {
                return new DoesNot(new Refusal.SlotTaken(List.of()));
            }
        }
        var days = timetable(today(), asked.lastDay(today()), wish.terms(), Busy.NOTHING);
        return new DoesNot(days.tooShortFor(choices, wish.sideBySide()) ? new Refusal.TooLong()
                : new Refusal.OutsideHours(List.of()));
    }

    private static Optional<List<Seated>> arranged(List<Choice> choices, Wish wish, Timetable timetable) {
        return Search.of(choices, wish.sideBySide(), timetable).at(wish.start().getEpochSecond());
    }

    private Fits fits(List<Seated> visit) {
        return new Fits(location, visit.stream().map(Availability::seat).toList());
    }

    private static Seat seat(Seated seated) {
        var shape = seated.giver().shape();
        return new Seat(seated.service(), seated.giver().member(), seated.spot(), shape.visit(seated.start()),
                shape.staffBusy(seated.start()), shape.spotBusy(seated.start()),
                seated.giver().member().priceOf(seated.service()).amount());
    }

    /**
     * Up to three free starts, the nearest in time to the one asked for first. With a staff preference only theirs: whoever
     * would rather have another person at the same time asks again without it.
     *
     * @param wish as long as it is to be; the start it asks for and the one its appointment has now are no answer
     * @param within nothing farther from the start asked for
     */
    List<Slot> nearest(Wish wish, SlotQuery query, Instant asked, Duration within) {
        var except = wish.noAlternatives();
        return slots(wish, query).stream()
                .filter(slot -> distance(slot, asked).compareTo(within) <= 0 && !except.contains(slot.start().toInstant()))
                .sorted(Comparator.comparing((Slot slot) -> distance(slot, asked)).thenComparing(Slot::start))
                .limit(ALTERNATIVES).toList();
    }

    /** What must be known of who is busy to answer the query; empty when nothing can be free then anyway. */
    Optional<TimeRange> relevant(SlotQuery query) {
        var asked = Asked.of(business, location, query);
        var first = later(query.from(), today());
        var last = earlier(query.to(), asked.lastDay(today()));
        return asked.refusal().isPresent() || first.isAfter(last) ? Optional.empty() : Optional.of(around(first, last));
    }

    /** What must be known of who is busy to place a visit then: all of that day, for whoever has least to do serves. */
    TimeRange relevant(Instant start) {
        return around(dayOf(start), dayOf(start));
    }

    private TimeRange around(LocalDate first, LocalDate last) {
        return new TimeRange(first.atStartOfDay(location.zone()).toInstant().minus(LONGEST),
                last.plusDays(1).atStartOfDay(location.zone()).toInstant().plus(LONGEST));
    }

    /** Everybody and everything whose time the answer depends on. */
    Set<UUID> resources(List<Wanted> services) {
        var asked = new Asked(business, location, services, Terms.COUNTER, Optional.empty(), service -> Optional.empty());
        var resources = new LinkedHashSet<UUID>();
        if (asked.refusal().isEmpty()) {
            for (var choice : asked.choices()) {
                choice.givers().stream().map(Giver::member).map(StaffMember::id).forEach(id -> resources.add(id.value()));
                choice.spots().stream().map(Spot::id).forEach(id -> resources.add(id.value()));
            }
        }
        return resources;
    }

    /** What has begun may become something else, if those who ask may change it at all. */
    private Optional<Refusal> untimely(Asked asked, Wish wish) {
        var start = wish.start();
        boolean goesOn = wish.keepsItsStart() && start.isBefore(now);
        if (start.isBefore(asked.earliest(now)) && !goesOn) {
            return Optional.of(start.isBefore(now) ? new Refusal.InThePast(List.of())
                    : new Refusal.TooSoon(asked.notice(), List.of()));
        }
        var last = asked.lastDay(today());
        return dayOf(start).isAfter(last) ? Optional.of(new Refusal.BeyondHorizon(last)) : Optional.empty();
    }

    private Timetable timetable(LocalDate first, LocalDate last, Terms terms, Busy taken) {
        return new Timetable(location, new Days(location.zone(), first, last), taken::spans, terms == Terms.AFTER_HOURS);
    }

    private static Duration distance(Slot slot, Instant asked) {
        return Duration.between(asked, slot.start().toInstant()).abs();
    }

    private LocalDate today() {
        return dayOf(now);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, location.zone());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
