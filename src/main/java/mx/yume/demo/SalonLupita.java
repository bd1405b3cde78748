package mx.yume.demo;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
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
import mx.yume.platform.PhoneNumber;

/** The demo business of SPEC 14. Its ids follow from names, so it is the same wherever it is loaded. */
public final class SalonLupita {

    public static final OrganizationId ID = new OrganizationId(id("organización"));
    public static final String NAME = "Salón Lupita";
    public static final String SLUG = "salon-lupita";
    public static final String TWILIO_NUMBER = "+525500000002";
    public static final String META_PHONE_NUMBER_ID = "555000000000002";
    public static final LocationId LOCATION = new LocationId(id("local"));
    public static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    public static final String LUPITA = "Lupita";
    public static final String ANA = "Ana";
    public static final String BETO = "Beto";
    public static final String CARLA = "Carla";

    private static final String CHAIR = "silla";
    private static final String NAIL_TABLE = "mesa de uñas";
    private static final LocalTime OPENS = LocalTime.of(10, 0);
    private static final LocalTime CLOSES = LocalTime.of(20, 0);
    private static final LocalTime CLOSES_ON_SATURDAY = LocalTime.of(18, 0);

    private SalonLupita() {}

    /** The id of a thing of the salon, by its name: {@code id("Tinte")}. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("salon-lupita/" + name).getBytes(StandardCharsets.UTF_8));
    }

    public static ServiceId service(String name) {
        return new ServiceId(id(name));
    }

    public static StaffId staff(String name) {
        return new StaffId(id(name));
    }

    /** Everything the owner would have set up, in the order of the menu and of the team. */
    public static Business business() {
        var location = new Location(LOCATION, NAME,
                "Calle Ámsterdam 120, Hipódromo, Cuauhtémoc, 06100 Ciudad de México", ZONE, openingHours(),
                SpecialDays.NONE, Duration.ofMinutes(15), Duration.ofMinutes(30), 60, true);
        return new Business(ID, NAME, SLUG, List.of(location), services(), staff(), spots());
    }

    private static List<Service> services() {
        return List.of(service("Corte de cabello", 45, 250, CHAIR), service("Corte y barba", 60, 350, CHAIR),
                service("Barba", 30, 150, CHAIR), service("Tinte", 120, 900, CHAIR), service("Peinado", 45, 400, CHAIR),
                service("Manicure", 45, 220, NAIL_TABLE), service("Pedicure", 60, 300, NAIL_TABLE),
                service("Gelish", 60, 320, NAIL_TABLE));
    }

    private static Service service(String name, int minutes, int pesos, String spotKind) {
        return Service.of(service(name), name, Duration.ofMinutes(minutes), Money.pesos(pesos), Optional.of(spotKind));
    }

    private static List<Spot> spots() {
        return List.of(spot("Silla 1", CHAIR), spot("Silla 2", CHAIR), spot("Mesa de uñas", NAIL_TABLE));
    }

    private static Spot spot(String name, String kind) {
        return new Spot(new SpotId(id(name)), LOCATION, name, kind);
    }

    private static List<StaffMember> staff() {
        return List.of(
                member(LUPITA, 1, Permission.OWNER, hoursWithLunchAt(14),
                        Set.of("Corte de cabello", "Corte y barba", "Tinte", "Peinado")),
                member(ANA, 2, Permission.ADMIN, hoursWithLunchAt(15),
                        Set.of("Corte de cabello", "Corte y barba", "Tinte", "Peinado", "Manicure", "Pedicure", "Gelish")),
                member(BETO, 3, Permission.STAFF, hoursWithLunchAt(13),
                        Set.of("Corte de cabello", "Corte y barba", "Barba", "Peinado")),
                member(CARLA, 4, Permission.VIEWER, new WeeklyHours(Map.of()), Set.of()));
    }

    private static StaffMember member(String name, int number, Permission permission, WeeklyHours hours, Set<String> skills) {
        return new StaffMember(staff(name), name, Optional.of(new PhoneNumber("+52551000000" + number)), permission,
                hours.byDay().isEmpty() ? Map.of() : Map.of(LOCATION, hours), Map.of(), List.of(),
                skills.stream().collect(Collectors.toMap(SalonLupita::service, skill -> Skill.USUAL)), Optional.empty());
    }

    /** Carla was invited and has not written yet. */
    static boolean onboarded(StaffMember member) {
        return member.permission() != Permission.VIEWER;
    }

    private static WeeklyHours openingHours() {
        return week(List.of(new Hours(OPENS, CLOSES)));
    }

    /** An hour each on weekdays; nobody on Saturdays. */
    private static WeeklyHours hoursWithLunchAt(int hour) {
        return week(List.of(new Hours(OPENS, LocalTime.of(hour, 0)), new Hours(LocalTime.of(hour + 1, 0), CLOSES)));
    }

    private static WeeklyHours week(List<Hours> weekday) {
        var byDay = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
            byDay.put(day, weekday);
        }
        byDay.put(DayOfWeek.SATURDAY, List.of(new Hours(OPENS, CLOSES_ON_SATURDAY)));
        return new WeeklyHours(byDay);
    }
}
