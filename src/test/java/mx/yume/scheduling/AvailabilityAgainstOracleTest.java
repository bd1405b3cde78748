package mx.yume.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.Fits;

/**
 * Random businesses on ordinary days and on days when the clock changes, against an oracle that knows nothing of spans: it
 * walks the days minute by minute and asks the rules of each minute.
 */
class AvailabilityAgainstOracleTest {

    private static final int CASES = 400;

    /** Days with 23, 24 and 25 hours; one whose midnight is skipped; one of 24.5 hours. */
    private static final Map<String, LocalDate> DAYS = new TreeMap<>(Map.of(
            "America/Mexico_City", LocalDate.of(2027, 4, 4),
            "America/Tijuana", LocalDate.of(2027, 3, 14),
            "America/Ojinaga", LocalDate.of(2027, 11, 7),
            "America/Santiago", LocalDate.of(2027, 9, 5),
            "Australia/Lord_Howe", LocalDate.of(2027, 4, 4)));

    static IntStream seeds() {
        return IntStream.range(0, CASES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithWalkingMinuteByMinute(int seed) {
        var random = new Random(seed);
        var place = pick(random, List.copyOf(DAYS.entrySet()));
        var zone = place.getKey();
        var day = place.getValue();
        var business = business(random, zone);
        var start = day.minusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();
        var busy = busy(random, business, start);
        var now = start.plus(random.nextInt(-600, 2000), ChronoUnit.MINUTES).plusMillis(random.nextInt(60_000));
        var staff = random.nextBoolean() ? Optional.<StaffId>empty() : Optional.of(pick(random, business.staff()).id());
        var query = SlotQuery.online(Shop.PLACE, Shop.CUT, day.minusDays(1), day.plusDays(1), staff);

        var availability = new Availability(business, business.location(), busy, now);
        var expected = new Oracle(business, busy, now).starts(query);
        assertThat(starts(availability.slots(query))).isEqualTo(expected);
        placesExactlyThose(availability, query, expected, random);
    }

    private static void placesExactlyThose(Availability availability, SlotQuery query, Map<Instant, List<StaffId>> expected,
            Random random) {
        var oracle = new Oracle(availability.business(), availability.busy(), availability.now());
        expected.forEach((start, staff) -> assertThat(availability.place(Shop.wish(start, query.services().getFirst().staff())))
                .isInstanceOfSatisfying(Fits.class,
                        place -> assertThat(place.seats().getFirst().staff().id()).isEqualTo(oracle.fairest(staff, start))));
        var zone = availability.business().location().zone();
        var first = query.from().atStartOfDay(zone).toInstant();
        for (int tries = 0; tries < 50; tries++) {
            var start = first.plus(random.nextInt(2800) / 5 * 5L, ChronoUnit.MINUTES);
            var fits = availability.place(Shop.wish(start, query.services().getFirst().staff())) instanceof Fits;
            assertThat(fits).as("at %s", start).isEqualTo(expected.containsKey(start));
        }
    }

    private static Map<Instant, List<StaffId>> starts(List<Slot> slots) {
        var starts = new TreeMap<Instant, List<StaffId>>();
        slots.forEach(slot -> starts.put(slot.start().toInstant(), slot.staff()));
        assertThat(starts).hasSameSizeAs(slots);
        assertThat(slots).extracting(slot -> slot.start().toInstant()).isSorted();
        return starts;
    }

    private static Business business(Random random, String zone) {
        var shop = new Shop().in(zone).open(week(random)).grid(pick(random, List.of(5, 10, 15, 20, 30, 40, 45, 60, 90, 120)))
                .notice(Duration.ofMinutes(random.nextInt(0, 200))).horizon(random.nextInt(1, 4))
                .cut(random.nextInt(1, 60) * 5, random.nextBoolean() ? 0 : random.nextInt(1, 12) * 5);
        for (int at = 0; at < random.nextInt(1, 4); at++) {
            shop.with(new StaffId(new UUID(1, at)), week(random),
                    random.nextInt(5) == 0 ? Set.of(new ServiceId(new UUID(9, 9))) : Set.of(Shop.CUT));
        }
        if (random.nextBoolean()) {
            shop.cutOn("silla");
        }
        for (int at = 0; at < random.nextInt(0, 3); at++) {
            shop.spot(new SpotId(new UUID(2, at)), random.nextInt(4) == 0 ? "mesa" : "silla");
        }
        return shop.business();
    }

    private static WeeklyHours week(Random random) {
        var days = EnumSet.allOf(DayOfWeek.class);
        days.removeIf(day -> random.nextInt(6) == 0);
        var opens = time(random, 0, 14);
        var stretches = new ArrayList<String>();
        stretches.add(opens + "-" + time(random, 0, 24));
        if (random.nextBoolean()) {
            stretches.add(time(random, 12, 24) + "-" + time(random, 0, 24));
        }
        return Shop.on(days, stretches.toArray(String[]::new));
    }

    private static LocalTime time(Random random, int fromHour, int toHour) {
        return LocalTime.of(random.nextInt(fromHour, toHour), random.nextInt(12) * 5);
    }

    private static Busy busy(Random random, Business business, Instant start) {
        var busy = new HashMap<UUID, List<TimeRange>>();
        business.staff().forEach(member -> busy.put(member.id().value(), ranges(random, start)));
        business.spots().forEach(spot -> busy.put(spot.id().value(), ranges(random, start)));
        return new Busy(busy);
    }

    private static List<TimeRange> ranges(Random random, Instant start) {
        var ranges = new ArrayList<TimeRange>();
        var at = start.minus(1, ChronoUnit.DAYS);
        while (at.isBefore(start.plus(4, ChronoUnit.DAYS)) && random.nextInt(20) != 0) {
            var from = at.plus(random.nextInt(0, 400), ChronoUnit.MINUTES);
            at = from.plus(random.nextInt(1, 200), ChronoUnit.MINUTES);
            ranges.add(new TimeRange(from, at));
        }
        return ranges;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Minute by minute, on the wall clock. */
    private record Oracle(Business business, Busy busy, Instant now) {

        Map<Instant, List<StaffId>> starts(SlotQuery query) {
            var service = business.service(query.services().getFirst().service()).orElseThrow();
            var working = new HashMap<StaffId, Set<Instant>>();
            for (var member : business.staff()) {
                var minutes = minutes(member.hoursAt(Shop.PLACE), query);
                minutes.retainAll(minutes(business.location().hours(), query));
                working.put(member.id(), minutes);
            }
            var starts = new TreeMap<Instant, List<StaffId>>();
            for (var at = begin(query.from()); at.isBefore(begin(query.to().plusDays(1))); at = at.plusSeconds(60)) {
                var start = at;
                var staff = business.staff().stream().filter(member -> bookable(start, service) && allowed(member, query)
                        && works(working.getOrDefault(member.id(), Set.of()), start, service)
                        && free(member.id().value(), start, service)).map(StaffMember::id).toList();
                if (!staff.isEmpty()) {
                    starts.put(start, staff);
                }
            }
            return starts;
        }

        /** Who has the fewest minutes taken that local day; of equals the first. */
        StaffId fairest(List<StaffId> staff, Instant start) {
            var day = start.atZone(business.location().zone()).toLocalDate();
            return staff.stream().min(Comparator.comparingLong(member -> minutesTaken(member.value(), day))).orElseThrow();
        }

        private long minutesTaken(UUID resource, LocalDate day) {
            long minutes = 0;
            for (var at = begin(day); at.isBefore(begin(day.plusDays(1))); at = at.plusSeconds(60)) {
                var minute = TimeRange.of(at, Duration.ofMinutes(1));
                minutes += busy.byResource().getOrDefault(resource, List.of()).stream().anyMatch(minute::overlaps) ? 1 : 0;
            }
            return minutes;
        }

        private boolean bookable(Instant start, Service service) {
            var location = business.location();
            var local = start.atZone(location.zone());
            var spots = business.spots().stream().filter(spot -> service.spotKind().equals(Optional.of(spot.kind())));
            return (local.getHour() * 60L + local.getMinute()) % location.grid().toMinutes() == 0
                    && !start.isBefore(now.plus(location.minimumNotice()))
                    && !local.toLocalDate().isAfter(LocalDate.ofInstant(now, location.zone()).plusDays(location.horizonDays()))
                    && (service.spotKind().isEmpty() || spots.anyMatch(spot -> free(spot.id().value(), start, service)));
        }

        private static boolean allowed(StaffMember member, SlotQuery query) {
            var wanted = query.services().getFirst();
            return member.gives(wanted.service()) && wanted.staff().filter(id -> !id.equals(member.id())).isEmpty();
        }

        private static boolean works(Set<Instant> minutes, Instant start, Service service) {
            return IntStream.range(0, (int) service.duration().toMinutes())
                    .allMatch(minute -> minutes.contains(start.plusSeconds(minute * 60L)));
        }

        private boolean free(UUID resource, Instant start, Service service) {
            var end = start.plus(service.duration()).plus(service.bufferAfter());
            return busy.byResource().getOrDefault(resource, List.of()).stream()
                    .noneMatch(range -> range.start().isBefore(end) && start.isBefore(range.end()));
        }

        private Set<Instant> minutes(WeeklyHours week, SlotQuery query) {
            var minutes = new java.util.HashSet<Instant>();
            for (var day = query.from().minusDays(1); !day.isAfter(query.to().plusDays(1)); day = day.plusDays(1)) {
                for (var hours : week.on(day.getDayOfWeek())) {
                    var closes = first(hours.crossesMidnight() ? day.plusDays(1) : day, hours.closes());
                    for (var at = first(day, hours.opens()); at.isBefore(closes); at = at.plusSeconds(60)) {
                        minutes.add(at);
                    }
                }
            }
            return minutes;
        }

        /** The first minute of the day at which its clocks show this time or a later one. */
        private Instant first(LocalDate day, LocalTime time) {
            var zone = business.location().zone();
            var at = begin(day);
            while (at.atZone(zone).toLocalDate().equals(day) && at.atZone(zone).toLocalTime().isBefore(time)) {
                at = at.plusSeconds(60);
            }
            return at;
        }

        private Instant begin(LocalDate day) {
            return day.atStartOfDay(business.location().zone()).toInstant();
        }
    }
}
