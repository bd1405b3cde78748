package mx.yume.assistant.language;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.Hours;
import mx.yume.business.Permission;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.Money;

/** What words can refer to at Salón Lupita (SPEC 14), at one of the moments that the phrases are said at. */
final class SalonLupita {
    static final WeeklyHours HOURS = hours();
    static final List<Service> SERVICES = services("Corte de cabello", "Corte y barba", "Barba", "Tinte", "Peinado", "Manicure",
            "Pedicure", "Gelish");
    static final List<StaffMember> STAFF = staff("Lupita", "Ana", "Beto", "Carla");
    static final Map<String, ZonedDateTime> CLOCKS = Map.ofEntries(
            Map.entry("mie", at("2027-01-13T09:00", "America/Mexico_City")),
            Map.entry("mie20", at("2027-01-13T20:30", "America/Mexico_City")),
            Map.entry("mie18", at("2027-01-13T18:00", "America/Mexico_City")),
            Map.entry("jue", at("2027-01-14T09:00", "America/Mexico_City")),
            Map.entry("sab", at("2027-01-30T12:00", "America/Mexico_City")),
            Map.entry("tarde", at("2026-11-22T19:30", "America/Mexico_City")),
            Map.entry("sabtarde", at("2026-11-21T19:00", "America/Mexico_City")),
            Map.entry("dom", at("2027-01-17T12:00", "America/Mexico_City")),
            Map.entry("tij", at("2027-01-13T23:30", "America/Tijuana")),
            Map.entry("dst", at("2027-03-14T01:30", "America/Tijuana")),
            Map.entry("can", at("2027-01-13T23:30", "America/Cancun")),
            Map.entry("nocam", at("2027-04-04T01:30", "America/Mexico_City")));

    private SalonLupita() {}

    static Lexicon lexicon(ZonedDateTime now) {
        return new Lexicon(now, SERVICES, STAFF, HOURS);
    }

    static Lexicon lexicon() {
        return lexicon(Objects.requireNonNull(CLOCKS.get("mie")));
    }

    static List<Service> services(String... names) {
        return Arrays.stream(names)
                .map(name -> Service.of(new ServiceId(id(name)), name, Duration.ofMinutes(45), new Money(25_000),
                        Optional.empty()))
                .toList();
    }

    static List<StaffMember> staff(String... names) {
        return Arrays.stream(names)
                .map(name -> new StaffMember(new StaffId(id(name)), name, Optional.empty(), Permission.STAFF,
                        Map.of(), Map.of(), List.of(), Map.of(), Optional.empty()))
                .toList();
    }

    private static WeeklyHours hours() {
        Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY)) {
            byDay.put(day, List.of(new Hours(LocalTime.of(10, 0), LocalTime.of(20, 0))));
        }
        byDay.put(DayOfWeek.SATURDAY, List.of(new Hours(LocalTime.of(10, 0), LocalTime.of(18, 0))));
        return new WeeklyHours(byDay);
    }

    private static ZonedDateTime at(String local, String zone) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone));
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
