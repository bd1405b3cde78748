package mx.yume.scheduling;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.Skill;
import mx.yume.business.SpecialDays;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;

/** A business for the rule at hand, without a database. Open all week, grid 15 min, no notice, 30 days ahead, unless said. */
final class Shop {

    static final StaffId ROSA = new StaffId(new UUID(0, 1));
    static final StaffId HUGO = new StaffId(new UUID(0, 2));
    static final SpotId CHAIR = new SpotId(new UUID(0, 11));
    static final SpotId OTHER_CHAIR = new SpotId(new UUID(0, 12));
    static final ServiceId CUT = new ServiceId(new UUID(0, 21));

    static final LocationId PLACE = new LocationId(new UUID(0, 31));

    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private ZoneId zone = ZoneId.of("America/Mexico_City");
    private WeeklyHours hours = daily("09:00-17:00");
    private Duration grid = Duration.ofMinutes(15);
    private Duration notice = Duration.ZERO;
    private int horizonDays = 30;
    private Service service = service(60, 0, Optional.empty());

    static WeeklyHours daily(String... stretches) {
        return on(EnumSet.allOf(DayOfWeek.class), stretches);
    }

    static WeeklyHours on(Set<DayOfWeek> days, String... stretches) {
        var each = Arrays.stream(stretches).map(Shop::hours).toList();
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, each));
        return new WeeklyHours(week);
    }

    private static Hours hours(String stretch) {
        return new Hours(LocalTime.parse(stretch.substring(0, 5)), LocalTime.parse(stretch.substring(6)));
    }

    Shop in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    Shop open(WeeklyHours week) {
        hours = week;
        return this;
    }

    Shop grid(int minutes) {
        grid = Duration.ofMinutes(minutes);
        return this;
    }

    Shop notice(Duration minimum) {
        notice = minimum;
        return this;
    }

    Shop horizon(int days) {
        horizonDays = days;
        return this;
    }

    Shop cut(int minutes, int bufferMinutes) {
        service = service(minutes, bufferMinutes, service.spotKind());
        return this;
    }

    Shop cutOn(String spotKind) {
        service = service((int) service.duration().toMinutes(), (int) service.bufferAfter().toMinutes(), Optional.of(spotKind));
        return this;
    }

    Shop with(StaffId id, WeeklyHours week) {
        return with(id, week, Set.of(CUT));
    }

    Shop with(StaffId id, WeeklyHours week, Set<ServiceId> skills) {
        staff.add(new StaffMember(id, "Persona " + staff.size(), Optional.empty(), Permission.STAFF,
                Map.of(PLACE, week), Map.of(), List.of(),
                skills.stream().collect(Collectors.toMap(skill -> skill, skill -> Skill.USUAL)),
                Optional.empty()));
        return this;
    }

    Shop spot(SpotId id, String kind) {
        spots.add(new Spot(id, PLACE, "Lugar " + spots.size(), kind));
        return this;
    }

    Business business() {
        var location = new Location(PLACE, "Local", "", zone, hours, SpecialDays.NONE, grid, notice, horizonDays, true);
        return new Business(new OrganizationId(new UUID(0, 32)), "Negocio", "negocio", List.of(location), List.of(service),
                staff,
                spots);
    }

    static Wish wish(Instant start, Optional<StaffId> staff) {
        return wish(CUT, start, staff);
    }

    static Wish wish(ServiceId service, Instant start, Optional<StaffId> staff) {
        return new Wish(PLACE, List.of(new Wanted(service, staff)), false, start, Terms.ONLINE, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** As {@link #wish}, instead of an appointment on this spot the day before. */
    static Wish moving(Instant start, Optional<SpotId> spot) {
        var before = start.atZone(ZoneOffset.UTC).minusDays(1);
        var part = new Part(CUT, "Corte", ROSA, "Rosa", spot, before, before.plusHours(1), Money.pesos(250));
        var now = new Appointment(AppointmentId.next(), Optional.empty(), "Paty", PLACE, List.of(part), before,
                before.plusHours(1), Money.pesos(250), AppointmentStatus.CONFIRMED, Aftermath.NONE, false, 0);
        return new Wish(PLACE, List.of(Wanted.of(CUT)), false, start, Terms.ONLINE, Optional.empty(), Optional.of(now),
                Optional.empty());
    }

    private static Service service(int minutes, int bufferMinutes, Optional<String> spotKind) {
        return new Service(CUT, "Corte", Optional.empty(), "", Duration.ofMinutes(minutes), Optional.empty(), Duration.ZERO,
                Duration.ofMinutes(bufferMinutes), Price.of(Money.pesos(250)), spotKind, Optional.empty());
    }

}
