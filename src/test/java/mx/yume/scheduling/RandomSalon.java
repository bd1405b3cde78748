package mx.yume.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.Price;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.SpecialDays;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;

/** Any business that the tables allow, with everything that makes its days differ near one date. */
final class RandomSalon {

    static final OrganizationId ID = new OrganizationId(new UUID(7, 7));
    private static final List<Integer> GRIDS = List.of(5, 10, 15, 15, 20, 30, 40, 45, 60, 90, 120);
    private static final List<String> KINDS = List.of("silla", "mesa", "cabina");

    private final Random random;
    private final ZoneId zone;
    private final LocalDate day;

    private RandomSalon(Random random, ZoneId zone, LocalDate day) {
        this.random = random;
        this.zone = zone;
        this.day = day;
    }

    /** Two services at least, one location or two, up to four people. */
    static Business near(LocalDate day, ZoneId zone, Random random) {
        return new RandomSalon(random, zone, day).business();
    }

    private Business business() {
        var places = IntStream.rangeClosed(1, oneIn(3) ? 2 : 1).mapToObj(this::location).toList();
        var services = IntStream.rangeClosed(1, 2 + random.nextInt(2)).mapToObj(this::service).toList();
        var spots = IntStream.range(0, random.nextInt(6)).mapToObj(nth -> new Spot(new SpotId(new UUID(3, nth)),
                pick(places).id(), "Lugar " + nth, pick(KINDS.subList(0, 2)))).toList();
        var staff = IntStream.rangeClosed(1, 1 + random.nextInt(4)).mapToObj(nth -> member(nth, places, services, spots))
                .toList();
        return new Business(ID, "Cualquiera", "cualquiera", places, services, staff, spots);
    }

    private Location location(int nth) {
        return new Location(new LocationId(new UUID(1, nth)), "Local " + nth, "", nth == 1 || !oneIn(3) ? zone
                : ZoneId.of("America/Mexico_City"), week(6), new SpecialDays(days(4)), Duration.ofMinutes(pick(GRIDS)),
                Duration.ofMinutes(random.nextInt(200)), 1 + random.nextInt(4), oneIn(2));
    }

    private Service service(int nth) {
        var rests = oneIn(3) ? Optional.of(new Processing(fives(1, 12), fives(1, 12))) : Optional.<Processing>empty();
        var length = rests.map(Processing::end).orElse(Duration.ZERO).plus(fives(1, oneIn(4) ? 60 : 18));
        return new Service(new ServiceId(new UUID(2, nth)), "Servicio " + nth, Optional.of("Categoría"), "", length, rests,
                oneIn(3) ? fives(1, 6) : Duration.ZERO, oneIn(2) ? fives(1, 8) : Duration.ZERO, Price.of(Money.pesos(100)),
                oneIn(2) ? Optional.of(pick(KINDS.subList(0, oneIn(8) ? 3 : 2))) : Optional.empty(),
                oneIn(4) ? Optional.of(fives(0, 100)) : Optional.empty());
    }

    private StaffMember member(int nth, List<Location> places, List<Service> services, List<Spot> spots) {
        var schedules = new HashMap<LocationId, WeeklyHours>();
        places.stream().filter(place -> !oneIn(6)).forEach(place -> schedules.put(place.id(), week(6)));
        var special = new HashMap<LocalDate, Map<LocationId, List<Hours>>>();
        days(5).forEach((date, hours) -> special.put(date, hours.isEmpty() ? Map.of() : Map.of(pick(places).id(), hours)));
        var skills = new HashMap<ServiceId, Skill>();
        services.stream().filter(service -> !oneIn(5)).forEach(service -> skills.put(service.id(), skill(service)));
        return new StaffMember(new StaffId(new UUID(4, nth)), "Persona " + nth, Optional.empty(), Permission.STAFF, schedules,
                special, breaks(), skills, spots.isEmpty() || oneIn(2) ? Optional.empty() : Optional.of(pick(spots).id()));
    }

    private Skill skill(Service service) {
        var least = service.processing().map(Processing::end).orElse(Duration.ZERO);
        return new Skill(oneIn(3) ? Optional.of(least.plus(fives(1, 18))) : Optional.empty(), Optional.empty(), !oneIn(10));
    }

    private List<WeeklyBreak> breaks() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(nth -> {
            var first = day.plusDays(random.nextInt(20) - 17);
            return new WeeklyBreak(new BreakId(UUID.randomUUID()), day.plusDays(random.nextInt(4) - 1).getDayOfWeek(),
                    stretch(0, 24), first, oneIn(2) ? Optional.of(first.plusDays(random.nextInt(25))) : Optional.empty(), "");
        }).toList();
    }

    private WeeklyHours week(int closedOneIn) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var weekday : DayOfWeek.values()) {
            if (!oneIn(closedOneIn)) {
                week.put(weekday, stretches());
            }
        }
        return new WeeklyHours(week);
    }

    /** Dates near the one in question that differ, some of them closed. */
    private Map<LocalDate, List<Hours>> days(int oneIn) {
        var days = new HashMap<LocalDate, List<Hours>>();
        for (int later = -2; later <= 3; later++) {
            if (oneIn(oneIn)) {
                days.put(day.plusDays(later), oneIn(3) ? List.of() : stretches());
            }
        }
        return days;
    }

    /** Two may touch or overlap, and the last may go on past midnight. */
    private List<Hours> stretches() {
        var morning = stretch(0, 14);
        var evening = stretch(12, 24);
        return oneIn(2) || morning.opens().equals(evening.opens()) ? List.of(morning)
                : morning.opens().isBefore(evening.opens()) ? List.of(morning, evening) : List.of(evening, morning);
    }

    private Hours stretch(int from, int to) {
        var opens = LocalTime.of(random.nextInt(from, to), random.nextInt(12) * 5);
        var closes = LocalTime.of(random.nextInt(24), random.nextInt(12) * 5);
        return new Hours(opens, opens.equals(closes) ? opens.plusHours(1) : closes);
    }

    private Duration fives(int least, int most) {
        return Duration.ofMinutes(5L * random.nextInt(least, most + 1));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    static List<UUID> resources(Business business) {
        var all = new ArrayList<UUID>();
        business.staff().forEach(member -> all.add(member.id().value()));
        business.spots().forEach(spot -> all.add(spot.id().value()));
        return all;
    }
}
