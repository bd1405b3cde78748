package mx.yume.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import mx.yume.business.Business;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.MinuteByMinute.Way;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Placement.Seat;

/** Visits of up to three services at any business, under any terms, against {@link MinuteByMinute}. */
class VisitsAgainstOracleTest {

    private static final int CASES = 300;

    /** Days of 24, 23 and 25 hours. */
    private static final List<Map.Entry<String, LocalDate>> DAYS = List.of(
            Map.entry("America/Mexico_City", LocalDate.of(2027, 4, 4)),
            Map.entry("America/Tijuana", LocalDate.of(2027, 3, 14)),
            Map.entry("America/Ciudad_Juarez", LocalDate.of(2027, 11, 7)));

    private record Case(Availability availability, SlotQuery query, MinuteByMinute oracle) {

        List<Way> ways(Instant start) {
            return oracle.ways(query.services(), query.sideBySide(), start);
        }

        /** What the terms say of a start, whoever is free. */
        boolean allowed(Instant start, boolean onGrid) {
            var location = availability.location();
            var local = start.atZone(location.zone());
            boolean online = query.terms() == Terms.ONLINE;
            var notice = query.services().stream()
                    .map(wanted -> availability.business().service(wanted.service()).orElseThrow())
                    .map(service -> service.minimumNotice().orElse(location.minimumNotice())).max(Comparator.naturalOrder());
            var earliest = online ? availability.now().plus(notice.orElseThrow())
                    : availability.now().truncatedTo(ChronoUnit.MINUTES).minusSeconds(120);
            var last = LocalDate.ofInstant(availability.now(), location.zone()).plusDays(online ? location.horizonDays() : 365);
            boolean cell = local.toLocalTime().toSecondOfDay() % location.grid().toSeconds() == 0;
            return !start.isBefore(earliest) && !local.toLocalDate().isAfter(last) && (cell || !(online || onGrid));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithTryingEverything(int seed) {
        var random = new Random(seed);
        var given = given(random);
        var expected = new TreeMap<Instant, List<StaffId>>();
        var zone = given.availability().location().zone();
        var begin = given.query().from().atStartOfDay(zone).toInstant();
        var end = given.query().to().plusDays(1).atStartOfDay(zone).toInstant();
        for (var at = begin; at.isBefore(end); at = at.plusSeconds(300)) {
            var ways = given.allowed(at, true) ? given.ways(at) : List.<Way>of();
            if (!ways.isEmpty()) {
                expected.put(at, first(given.availability().business(), ways));
            }
        }
        var slots = given.availability().slots(given.query());
        var offered = new TreeMap<Instant, List<StaffId>>();
        slots.forEach(slot -> offered.put(slot.start().toInstant(), slot.staff()));
        assertThat(offered).isEqualTo(expected).hasSameSizeAs(slots);
        slots.forEach(slot -> goesTheBestWay(given, slot));
        for (int tries = 0; tries < 20; tries++) {
            placesWhatIsPossible(given, begin.plusSeconds(60L * random.nextLong(Duration.between(begin, end).toMinutes())));
        }
    }

    private static void placesWhatIsPossible(Case given, Instant start) {
        var wish = wish(given.query(), start);
        boolean possible = given.allowed(start, false) && !given.ways(start).isEmpty();
        assertThat(given.availability().place(wish) instanceof Fits).as("at %s", start).isEqualTo(possible);
    }

    /** Of several services the shortest, of those nearest to the order named; and then whoever has least to do. */
    private static void goesTheBestWay(Case given, Slot slot) {
        var start = slot.start().toInstant();
        var placed = (Fits) given.availability().place(wish(given.query(), start));
        var ways = given.ways(start);
        if (given.query().services().size() > 1) {
            int shortest = ways.stream().mapToInt(Way::end).min().orElseThrow();
            ways = ways.stream().filter(way -> way.end() == shortest).toList();
            assertThat(placed.visit()).isEqualTo(TimeRange.of(start, Duration.ofMinutes(shortest)));
        }
        assertThat(slot.end().toInstant()).isEqualTo(placed.visit().end());
        var best = ways.stream().filter(way -> agrees(given, way, placed))
                .min(Comparator.comparing(VisitsAgainstOracleTest::order)).orElseThrow();
        var named = ways.stream().map(VisitsAgainstOracleTest::order)
                .min(String::compareTo);
        assertThat(order(best)).isEqualTo(named.orElseThrow());
        var fairest = ways.stream().filter(way -> order(way).equals(order(best)))
                .map(way -> loads(given, way, start)).min(VisitsAgainstOracleTest::compare);
        assertThat(loads(given, best, start)).isEqualTo(fairest.orElseThrow());
    }

    private static boolean agrees(Case given, Way way, Fits placed) {
        var left = new ArrayList<>(placed.seats());
        for (int part = 0; part < way.staff().size(); part++) {
            int at = part;
            var service = given.query().services().get(part).service();
            var start = placed.visit().start().plusSeconds(60L * way.starts().get(part));
            var seat = left.stream().filter(one -> one.service().id().equals(service) && one.visit().start().equals(start)
                    && one.staff().equals(way.staff().get(at)) && one.spot().map(spot -> spot.id()).equals(way.spots().get(at)))
                    .findFirst();
            if (seat.isEmpty()) {
                return false;
            }
            left.remove(seat.get());
        }
        return placed.seats().stream().map(Seat::visit).map(TimeRange::start).sorted().toList()
                .equals(placed.seats().stream().map(Seat::visit).map(TimeRange::start).toList());
    }

    /** The numbers of the services as they begin. */
    private static String order(Way way) {
        return IntStream.range(0, way.starts().size()).boxed()
                .sorted(Comparator.comparing((Integer part) -> way.starts().get(part)).thenComparing(part -> part))
                .map(String::valueOf).reduce("", String::concat);
    }

    /** What those have to do who give them, and their places in the owner's order, as the services begin. */
    private static List<Integer> loads(Case given, Way way, Instant start) {
        var loads = new ArrayList<Integer>();
        order(way).chars().map(digit -> digit - '0').forEach(part -> {
            loads.add(given.oracle().load(way.staff().get(part), start));
            loads.add(given.availability().business().staff().indexOf(way.staff().get(part)));
        });
        return loads;
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        for (int at = 0; at < one.size(); at++) {
            if (!one.get(at).equals(other.get(at))) {
                return one.get(at) - other.get(at);
            }
        }
        return 0;
    }

    private static List<StaffId> first(Business business, List<Way> ways) {
        return business.staff().stream().filter(member -> ways.stream().anyMatch(way -> way.staff().getFirst().equals(member)))
                .map(StaffMember::id).toList();
    }

    private static Wish wish(SlotQuery query, Instant start) {
        return new Wish(query.location(), query.services(), query.sideBySide(), start, query.terms(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private static Case given(Random random) {
        var place = DAYS.get(random.nextInt(DAYS.size()));
        var day = place.getValue();
        var business = new AnyShop(random, day).business(ZoneId.of(place.getKey()));
        var location = business.locations().get(random.nextInt(5) == 0 ? 1 : 0);
        var begin = day.minusDays(1).atStartOfDay(location.zone()).toInstant();
        var busy = busy(random, business, begin);
        var now = begin.plus(random.nextInt(-600, 1500), ChronoUnit.MINUTES).plusMillis(random.nextInt(60_000));
        var services = IntStream.range(0, random.nextInt(1, 4)).mapToObj(at -> wanted(random, business)).toList();
        var terms = List.of(Terms.ONLINE, Terms.COUNTER, Terms.AFTER_HOURS).get(random.nextInt(3));
        var query = new SlotQuery(location.id(), services, random.nextInt(3) > 0, day, day.plusDays(random.nextInt(2)), terms);
        return new Case(new Availability(business, location, busy, now), query,
                new MinuteByMinute(business, location, busy, terms, query.from(), query.to()));
    }

    private static Wanted wanted(Random random, Business business) {
        var service = AnyShop.SERVICES.get(random.nextInt(AnyShop.SERVICES.size()));
        return new Wanted(service, random.nextInt(4) == 0
                ? Optional.of(business.staff().get(random.nextInt(business.staff().size())).id())
                : Optional.empty());
    }

    private static Busy busy(Random random, Business business, Instant begin) {
        var busy = new HashMap<UUID, List<TimeRange>>();
        int rarely = random.nextInt(1, 8);
        business.staff().forEach(member -> busy.put(member.id().value(), ranges(random, begin, rarely)));
        business.spots().forEach(spot -> busy.put(spot.id().value(), ranges(random, begin, rarely)));
        return new Busy(busy);
    }

    private static List<TimeRange> ranges(Random random, Instant begin, int rarely) {
        var ranges = new ArrayList<TimeRange>();
        var at = begin.minus(1, ChronoUnit.DAYS);
        while (at.isBefore(begin.plus(4, ChronoUnit.DAYS))) {
            var from = at.plus(random.nextInt(0, 60 * rarely), ChronoUnit.MINUTES);
            at = from.plus(random.nextInt(1, 120), ChronoUnit.MINUTES);
            ranges.add(new TimeRange(from, at));
        }
        return ranges;
    }
}
