package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.Service;
import mx.yume.business.Skill;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;

/**
 * Availability as one would explain it to a child: each minute of some days is open or not, worked or not, taken or not; a visit
 * that begins at a minute is tried with every order of its services, every person and every spot. Slow, and knows no interval.
 */
final class MinuteByMinute {

    /** One way for a visit to go: when each service begins, who gives it and where. */
    record Way(List<Integer> starts, List<StaffMember> staff, List<Optional<SpotId>> spots, int end) {}

    private final Business business;
    private final Location location;
    private final Terms terms;
    private final Instant begin;
    private final int size;
    private final BitSet open;
    private final Map<StaffId, BitSet> working = new HashMap<>();
    private final Map<UUID, BitSet> taken = new HashMap<>();
    private final List<Way> found = new ArrayList<>();

    /** From two days before the first to two days after the last. */
    MinuteByMinute(Business business, Location location, Busy busy, Terms terms, LocalDate first, LocalDate last) {
        this.business = business;
        this.location = location;
        this.terms = terms;
        begin = midnight(first.minusDays(2));
        size = minute(midnight(last.plusDays(3)));
        open = worked(location::hoursOn, first, last);
        for (var member : business.staff()) {
            var theirs = worked(day -> member.hoursOn(day, location.id()), first, last);
            theirs.and(open);
            theirs.andNot(worked(day -> member.breaks().stream().filter(off -> off.on(day)).map(off -> off.hours()).toList(),
                    first, last));
            working.put(member.id(), theirs);
        }
        busy.byResource().forEach((id, ranges) -> ranges
                .forEach(range -> taken.computeIfAbsent(id, key -> new BitSet())
                        .set(Math.max(0, minute(range.start())), Math.max(0, minute(range.end())))));
    }

    /** Every way for a visit to go that begins then. */
    List<Way> ways(List<Wanted> services, boolean sideBySide, Instant start) {
        found.clear();
        staff(services, sideBySide, minute(start), new ArrayList<>());
        return List.copyOf(found);
    }

    /** How many minutes of its day somebody is taken. */
    int load(StaffMember member, Instant at) {
        var day = at.atZone(location.zone()).toLocalDate();
        return taken(member.id().value()).get(minute(midnight(day)), minute(midnight(day.plusDays(1)))).cardinality();
    }

    /** Who gives it decides how long it takes. */
    private void staff(List<Wanted> services, boolean sideBySide, int start, List<StaffMember> staff) {
        int part = staff.size();
        if (part == services.size()) {
            begin(new Visit(services, List.copyOf(staff), new Integer[part]), sideBySide, start, 0);
            return;
        }
        for (var member : business.staff()) {
            if (may(services.get(part), member)) {
                staff.add(member);
                staff(services, sideBySide, start, staff);
                staff.removeLast();
            }
        }
    }

    private final class Visit {

        private final List<Wanted> services;
        private final List<StaffMember> staff;
        private final Integer[] starts;

        Visit(List<Wanted> services, List<StaffMember> staff, Integer[] starts) {
            this.services = services;
            this.staff = staff;
            this.starts = starts;
        }

        int length(int part) {
            return minutes(staff.get(part).durationOf(service(services.get(part))));
        }

        int end(int part) {
            return starts[part] + length(part);
        }

        boolean meet(int one, int other) {
            return starts[one] < end(other) && starts[other] < end(one);
        }

        boolean free(int part) {
            return MinuteByMinute.this.free(services.get(part), staff.get(part), starts[part], length(part));
        }

        /** Whoever gives something at the same time must be somebody else, and the two of different categories. */
        boolean beside(int one, int other) {
            var category = service(services.get(one)).category();
            return !meet(one, other) || (!staff.get(one).equals(staff.get(other)) && category.isPresent()
                    && service(services.get(other)).category().filter(its -> !its.equals(category.get())).isPresent());
        }

        List<Integer> ends(int start) {
            var ends = new ArrayList<Integer>();
            ends.add(start);
            IntStream.range(0, starts.length).filter(part -> starts[part] != null).forEach(part -> ends.add(end(part)));
            return ends.stream().distinct().toList();
        }

        /** Each order once: nothing is added that begins before something placed, or with it though it is named earlier. */
        boolean inOrder(int added) {
            return IntStream.range(0, starts.length).filter(part -> part != added && starts[part] != null)
                    .allMatch(part -> starts[part] < starts[added] || (starts[part].equals(starts[added]) && part < added));
        }
    }

    /** Every service begins with the visit or as another one ends. */
    private void begin(Visit visit, boolean sideBySide, int start, int placed) {
        if (placed == visit.starts.length) {
            spots(visit, start, new ArrayList<>());
            return;
        }
        for (int part = 0; part < visit.starts.length; part++) {
            if (visit.starts[part] == null) {
                for (int at : visit.ends(start)) {
                    visit.starts[part] = at;
                    if (visit.inOrder(part) && visit.free(part) && goesWith(visit, part, sideBySide)) {
                        begin(visit, sideBySide, start, placed + 1);
                    }
                    visit.starts[part] = null;
                }
            }
        }
    }

    private static boolean goesWith(Visit visit, int part, boolean sideBySide) {
        return IntStream.range(0, visit.starts.length).filter(other -> other != part && visit.starts[other] != null)
                .allMatch(other -> sideBySide ? visit.beside(part, other) : !visit.meet(part, other));
    }

    private void spots(Visit visit, int start, List<Optional<SpotId>> spots) {
        int part = spots.size();
        if (part == visit.starts.length) {
            int end = IntStream.range(0, part).map(visit::end).max().orElseThrow();
            found.add(new Way(Arrays.stream(visit.starts).map(at -> at - start).toList(), visit.staff, List.copyOf(spots),
                    end - start));
            return;
        }
        var service = service(visit.services.get(part));
        var possible = service.spotKind().isEmpty() ? List.of(Optional.<SpotId>empty())
                : business.spots().stream().filter(spot -> fits(spot, service, visit.starts[part], visit.length(part)))
                        .map(spot -> Optional.of(spot.id())).toList();
        for (var spot : possible) {
            if (IntStream.range(0, part).noneMatch(
                    before -> spot.isPresent() && spot.equals(spots.get(before)) && visit.meet(before, part))) {
                spots.add(spot);
                spots(visit, start, spots);
                spots.removeLast();
            }
        }
    }

    private boolean may(Wanted wanted, StaffMember member) {
        return member.gives(wanted.service()) && wanted.staff().map(member.id()::equals).orElse(true)
                && (terms != Terms.ONLINE || member.skills().getOrDefault(wanted.service(), Skill.USUAL).online());
    }

    private boolean free(Wanted wanted, StaffMember member, int at, int length) {
        var service = service(wanted);
        int end = at + length;
        for (int minute = at - minutes(service.bufferBefore()); minute < end + minutes(service.bufferAfter()); minute++) {
            int into = minute - at;
            boolean rests = service.processing()
                    .filter(rest -> into >= minutes(rest.after()) && into < minutes(rest.end())).isPresent();
            boolean visit = minute >= at && minute < end;
            boolean closed = terms != Terms.AFTER_HOURS && visit
                    && (!open.get(minute) || (!rests && !working.getOrDefault(member.id(), new BitSet()).get(minute)));
            if (closed || (!rests && taken(member.id().value()).get(minute))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(Spot spot, Service service, int at, int length) {
        int from = at - minutes(service.bufferBefore());
        int to = at + length + minutes(service.bufferAfter());
        return spot.location().equals(location.id()) && service.spotKind().equals(Optional.of(spot.kind()))
                && taken(spot.id().value()).get(from, to).isEmpty();
    }

    private BitSet taken(UUID resource) {
        return taken.getOrDefault(resource, new BitSet());
    }

    private Service service(Wanted wanted) {
        return business.service(wanted.service()).orElseThrow();
    }

    private static int minutes(Duration duration) {
        return Math.toIntExact(duration.toMinutes());
    }

    private BitSet worked(Function<LocalDate, List<Hours>> calendar, LocalDate first, LocalDate last) {
        var minutes = new BitSet(size);
        for (var day = first.minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            for (var hours : calendar.apply(day)) {
                int from = minute(first(day, hours.opens()));
                int to = minute(first(hours.crossesMidnight() ? day.plusDays(1) : day, hours.closes()));
                minutes.set(from, Math.max(from, to));
            }
        }
        return minutes;
    }

    /** The first minute of the day at which its clocks show this time or a later one. */
    private Instant first(LocalDate day, LocalTime time) {
        var at = midnight(day);
        while (at.atZone(location.zone()).toLocalDate().equals(day)
                && at.atZone(location.zone()).toLocalTime().isBefore(time)) {
            at = at.plusSeconds(60);
        }
        return at;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(location.zone()).toInstant();
    }

    private int minute(Instant at) {
        return Math.toIntExact(Duration.between(begin, at).toMinutes());
    }
}
