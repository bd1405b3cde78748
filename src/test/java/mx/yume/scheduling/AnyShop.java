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

/** A business as it comes: two locations, three services with whatever a service can have, up to four people, any hours. */
final class AnyShop {

    static final LocationId HERE = Shop.PLACE;
    static final LocationId THERE = new LocationId(new UUID(0, 33));
    static final List<ServiceId> SERVICES = IntStream.range(0, 3).mapToObj(at -> new ServiceId(new UUID(4, at))).toList();

    private static final List<String> KINDS = List.of("silla", "mesa");

    private final Random random;
    private final LocalDate around;
    private final boolean ownLengths;

    /** @param around the day on which something is special */
    AnyShop(Random random, LocalDate around) {
        this.random = random;
        this.around = around;
        this.ownLengths = random.nextInt(3) == 0;
    }

    Business business(ZoneId zone) {
        return new Business(new OrganizationId(new UUID(0, 32)), "Negocio", "negocio",
                List.of(location(HERE, zone), location(THERE, zone)), SERVICES.stream().map(this::service).toList(),
                IntStream.range(0, random.nextInt(1, 5)).mapToObj(this::member).toList(), spots());
    }

    private Location location(LocationId id, ZoneId zone) {
        var special = new HashMap<LocalDate, List<Hours>>();
        if (chance(3)) {
            special.put(around.plusDays(random.nextInt(3) - 1), chance(2) ? List.of() : hours());
        }
        return new Location(id, "Local", "", zone, week(), new SpecialDays(special),
                Duration.ofMinutes(pick(List.of(15, 20, 30, 45, 60, 90))), minutes(0, 120), random.nextInt(1, 4), chance(2));
    }

    private Service service(ServiceId id) {
        int length = random.nextInt(3, 25);
        Optional<Processing> rest = length > 6 && chance(3)
                ? Optional.of(new Processing(fives(length / 3), fives(1 + random.nextInt(length / 3))))
                : Optional.empty();
        return new Service(id, "Servicio " + id, category(), "", fives(length), rest, buffer(), buffer(),
                Price.of(Money.pesos(100)), chance(2) ? Optional.of(pick(KINDS)) : Optional.empty(),
                chance(4) ? Optional.of(minutes(0, 300)) : Optional.empty());
    }

    private Optional<String> category() {
        return chance(5) ? Optional.empty() : Optional.of(pick(List.of("Cabello", "Uñas", "Cejas")));
    }

    private StaffMember member(int number) {
        var schedules = new HashMap<LocationId, WeeklyHours>();
        schedules.put(HERE, week());
        if (chance(2)) {
            schedules.put(THERE, week());
        }
        var special = new HashMap<LocalDate, Map<LocationId, List<Hours>>>();
        if (chance(4)) {
            special.put(around, chance(2) ? Map.of() : Map.of(HERE, hours(), THERE, hours()));
        }
        return new StaffMember(new StaffId(new UUID(1, number)), "Persona " + number, Optional.empty(), Permission.STAFF,
                schedules, special, breaks(), skills(),
                chance(2) ? Optional.of(new SpotId(new UUID(2, random.nextInt(4)))) : Optional.empty());
    }

    private List<WeeklyBreak> breaks() {
        return IntStream.range(0, random.nextInt(3)).mapToObj(at -> new WeeklyBreak(new BreakId(new UUID(5, at)),
                around.getDayOfWeek().plus(random.nextInt(3) - 1), new Hours(time(), time()),
                around.minusDays(random.nextInt(3)),
                chance(3) ? Optional.of(around.plusDays(random.nextInt(3))) : Optional.empty(), "")).toList();
    }

    private Map<ServiceId, Skill> skills() {
        var skills = new HashMap<ServiceId, Skill>();
        for (var service : SERVICES) {
            if (!chance(5)) {
                skills.put(service, new Skill(ownLengths && chance(2) ? Optional.of(fives(random.nextInt(17, 25)))
                        : Optional.empty(), Optional.empty(), !chance(6)));
            }
        }
        return skills;
    }

    private List<Spot> spots() {
        return IntStream.range(0, random.nextInt(2, 5)).mapToObj(at -> new Spot(new SpotId(new UUID(2, at)),
                chance(5) ? THERE : HERE, "Lugar", pick(KINDS))).toList();
    }

    private WeeklyHours week() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, chance(8) ? List.of() : hours());
        }
        return new WeeklyHours(week);
    }

    private List<Hours> hours() {
        var hours = new ArrayList<Hours>();
        hours.add(new Hours(LocalTime.of(random.nextInt(12), 0), time()));
        if (chance(3)) {
            hours.add(new Hours(time(), time()));
        }
        return hours;
    }

    private LocalTime time() {
        return LocalTime.of(random.nextInt(24), 5 * random.nextInt(12));
    }

    private Duration buffer() {
        return chance(3) ? fives(random.nextInt(1, 7)) : Duration.ZERO;
    }

    private Duration minutes(int from, int to) {
        return Duration.ofMinutes(random.nextInt(from, to));
    }

    private static Duration fives(int count) {
        return Duration.ofMinutes(5L * count);
    }

    private boolean chance(int one) {
        return random.nextInt(one) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
