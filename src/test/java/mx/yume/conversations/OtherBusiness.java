package mx.yume.conversations;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** Barbería Zafiro, the neighbour in every story: a tenant of its own, whose words nobody at Salón Lupita may hear. */
final class OtherBusiness {

    static final OrganizationId ID = new OrganizationId(id("organización"));
    static final String NUMBER = "+525500000003";
    private static final LocationId LOCATION = new LocationId(id("local"));

    private OtherBusiness() {}

    static Business zafiro() {
        var hours = new WeeklyHours(Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(Function.identity(),
                        _ -> List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(21, 0))))));
        var services = List.of(service("Rasurado con navaja", 40, 180), service("Corte caballero", 30, 200));
        var location = new Location(LOCATION, "Barbería Zafiro", "Calle Obsidiana 8, Zapopan", ZoneId.of("America/Mexico_City"),
                hours, SpecialDays.NONE, Duration.ofMinutes(15), Duration.ofMinutes(30), 60, true);
        return new Business(ID, "Barbería Zafiro", "barberia-zafiro", List.of(location), services,
                List.of(member("Eleazar", "+525520000001", Permission.OWNER, services, hours),
                        member("Fabricio", "+525520000002", Permission.STAFF, services, hours)),
                List.of());
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("zafiro/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Service service(String name, int minutes, int pesos) {
        return Service.of(new ServiceId(id(name)), name, Duration.ofMinutes(minutes), Money.pesos(pesos), Optional.empty());
    }

    private static StaffMember member(String name, String phone, Permission permission, List<Service> services,
            WeeklyHours hours) {
        return new StaffMember(new StaffId(id(name)), name, Optional.of(new PhoneNumber(phone)), permission,
                Map.of(LOCATION, hours), Map.of(), List.of(),
                services.stream().collect(Collectors.toMap(Service::id, _ -> Skill.USUAL)), Optional.empty());
    }
}
