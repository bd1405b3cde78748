package mx.yume.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.Business;
import mx.yume.business.Location;
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
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.DoesNot;
import mx.yume.scheduling.Placement.Fits;
import mx.yume.scheduling.Placement.Seat;

/** A business of several services, for visits: open 9 to 17 all week, grid 30 min, and Wednesday 13 January 2027 two days ahead. */
final class Studio {

    static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    static final LocalDate DAY = LocalDate.of(2027, 1, 13);
    static final StaffId ROSA = Shop.ROSA;
    static final StaffId HUGO = Shop.HUGO;
    static final SpotId CHAIR = Shop.CHAIR;
    static final SpotId OTHER_CHAIR = Shop.OTHER_CHAIR;
    static final WeeklyHours DAYTIME = Shop.daily("09:00-17:00");

    private final List<Service> services = new ArrayList<>();
    private final List<StaffMember> staff = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private final Map<UUID, List<TimeRange>> busy = new HashMap<>();
    private WeeklyHours hours = DAYTIME;
    private SpecialDays special = SpecialDays.NONE;
    private Duration notice = Duration.ZERO;
    private Instant now = at("2027-01-11T00:00");

    static ServiceId id(int number) {
        return new ServiceId(new UUID(4, number));
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(MEXICO).toInstant();
    }

    /** Of the day. */
    static TimeRange range(String hours) {
        return new TimeRange(at(DAY + "T" + hours.substring(0, 5)), at(DAY + "T" + hours.substring(6)));
    }

    Studio open(WeeklyHours week) {
        hours = week;
        return this;
    }

    Studio special(SpecialDays days) {
        special = days;
        return this;
    }

    Studio notice(Duration minimum) {
        notice = minimum;
        return this;
    }

    Studio now(String local) {
        now = at(local);
        return this;
    }

    Studio sells(Sold... sold) {
        Arrays.stream(sold).map(Sold::service).forEach(services::add);
        return this;
    }

    /** Gives all services sold so far. */
    Studio with(StaffId id, WeeklyHours week, WeeklyBreak... breaks) {
        var skills = new HashMap<ServiceId, Skill>();
        services.forEach(service -> skills.put(service.id(), Skill.USUAL));
        return with(id, week, skills, Optional.empty(), breaks);
    }

    Studio with(StaffId id, WeeklyHours week, Map<ServiceId, Skill> skills, Optional<SpotId> spot, WeeklyBreak... breaks) {
        staff.add(new StaffMember(id, "Persona " + staff.size(), Optional.empty(), Permission.STAFF, Map.of(Shop.PLACE, week),
                Map.of(), List.of(breaks), skills, spot));
        return this;
    }

    Studio spot(SpotId id, String kind) {
        spots.add(new Spot(id, Shop.PLACE, "Lugar " + spots.size(), kind));
        return this;
    }

    Studio busy(UUID resource, String... ranges) {
        busy.put(resource, Arrays.stream(ranges).map(Studio::range).toList());
        return this;
    }

    Availability availability() {
        var location = new Location(Shop.PLACE, "Local", "", MEXICO, hours, special, Duration.ofMinutes(30), notice, 30, true);
        var business = new Business(new OrganizationId(new UUID(0, 32)), "Negocio", "negocio", List.of(location), services,
                staff, spots);
        return new Availability(business, location, new Busy(busy), now);
    }

    List<Slot> slots(Terms terms, boolean sideBySide, int... wanted) {
        return availability().slots(new SlotQuery(Shop.PLACE, wanted(wanted), sideBySide, DAY, DAY, terms));
    }

    List<String> starts(int... wanted) {
        return slots(Terms.ONLINE, false, wanted).stream().map(slot -> slot.start().toLocalTime().toString()).toList();
    }

    Placement place(Wish wish) {
        return availability().place(wish);
    }

    Fits fits(String time, int... wanted) {
        return (Fits) place(wish(time, Terms.ONLINE, wanted(wanted)));
    }

    Refusal refusal(Wish wish) {
        return ((DoesNot) place(wish)).why();
    }

    static List<Wanted> wanted(int... services) {
        return Arrays.stream(services).mapToObj(number -> Wanted.of(id(number))).toList();
    }

    /** At a time of the day. */
    static Wish wish(String time, Terms terms, List<Wanted> services) {
        return wish(at(DAY + "T" + time), terms, services, false, Optional.empty());
    }

    static Wish wish(Instant start, Terms terms, List<Wanted> services, boolean sideBySide, Optional<Duration> length) {
        return new Wish(Shop.PLACE, services, sideBySide, start, terms, length, Optional.empty(), Optional.empty());
    }

    /** As {@code 1 09:00-10:00 Rosa}, a line for each service. */
    static List<String> told(Fits fits) {
        return fits.seats().stream().map(Studio::told).toList();
    }

    private static String told(Seat seat) {
        return "%d %s-%s %s".formatted(seat.service().id().value().getLeastSignificantBits(),
                seat.visit().start().atZone(MEXICO).toLocalTime(), seat.visit().end().atZone(MEXICO).toLocalTime(),
                seat.staff().id().equals(ROSA) ? "Rosa" : "Hugo");
    }

    /** A service, as it is set up step by step. */
    record Sold(Service service) {

        static Sold service(int number, int minutes) {
            return new Sold(Service.of(id(number), "Servicio " + number, Duration.ofMinutes(minutes), Money.pesos(100),
                    Optional.empty()));
        }

        Sold buffers(int before, int after) {
            return with(service.category(), service.processing(), Duration.ofMinutes(before), Duration.ofMinutes(after),
                    service.spotKind(), service.minimumNotice());
        }

        Sold rests(int after, int length) {
            return with(service.category(),
                    Optional.of(new Processing(Duration.ofMinutes(after), Duration.ofMinutes(length))), service.bufferBefore(),
                    service.bufferAfter(), service.spotKind(), service.minimumNotice());
        }

        Sold of(String category) {
            return with(Optional.of(category), service.processing(), service.bufferBefore(), service.bufferAfter(),
                    service.spotKind(), service.minimumNotice());
        }

        Sold on(String kind) {
            return with(service.category(), service.processing(), service.bufferBefore(), service.bufferAfter(),
                    Optional.of(kind), service.minimumNotice());
        }

        Sold notice(Duration notice) {
            return with(service.category(), service.processing(), service.bufferBefore(), service.bufferAfter(),
                    service.spotKind(), Optional.of(notice));
        }

        private Sold with(Optional<String> category, Optional<Processing> rest, Duration before, Duration after,
                Optional<String> kind, Optional<Duration> notice) {
            return new Sold(new Service(service.id(), service.name(), category, "", service.duration(), rest, before, after,
                    Price.of(Money.pesos(100)), kind, notice));
        }
    }
}
