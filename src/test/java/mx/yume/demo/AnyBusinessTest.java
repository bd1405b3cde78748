package mx.yume.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
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
import mx.yume.platform.PhoneNumber;
import mx.yume.testing.PlainYume;

class AnyBusinessTest {

    private static final LocationId CENTRO = new LocationId(new UUID(1, 1));
    private static final LocationId NORTE = new LocationId(new UUID(1, 2));
    private static final ServiceId TINT = new ServiceId(new UUID(1, 3));
    private static final SpotId CHAIR = new SpotId(new UUID(1, 4));
    private static final LocalDate CHRISTMAS = LocalDate.of(2027, 12, 25);
    private static final Hours MORNING = new Hours(LocalTime.of(9, 0), LocalTime.of(14, 0));
    private static final Hours NIGHT = new Hours(LocalTime.of(20, 0), LocalTime.of(2, 0));

    @Test
    void aBusinessWithEverythingIsReadAsItWasWritten() {
        var business = new Business(new OrganizationId(new UUID(1, 0)), "Barba Azul", "barba-azul",
                List.of(location(CENTRO, "Centro", "America/Mexico_City", true),
                        location(NORTE, "Norte", "America/Tijuana", false)),
                List.of(tint()), List.of(hugo()), List.of(new Spot(CHAIR, NORTE, "Silla", "silla")));
        var yume = PlainYume.fresh().with(business);
        assertThat(yume.the(Businesses.class).load(business.id()).await().atMost(Duration.ofSeconds(30))).contains(business);
    }

    private static Location location(LocationId id, String name, String zone, boolean daysKeptWhole) {
        return new Location(id, name, "Calle 1", ZoneId.of(zone),
                new WeeklyHours(Map.of(DayOfWeek.FRIDAY, List.of(MORNING, NIGHT))),
                new SpecialDays(Map.of(CHRISTMAS, List.of(), CHRISTMAS.minusDays(1), List.of(MORNING))), Duration.ofMinutes(20),
                Duration.ofHours(2), 45, daysKeptWhole);
    }

    private static Service tint() {
        return new Service(TINT, "Tinte", Optional.of("Color"), "Con reposo", Duration.ofMinutes(120),
                Optional.of(new Processing(Duration.ofMinutes(30), Duration.ofMinutes(45))), Duration.ofMinutes(5),
                Duration.ofMinutes(10), new Price(Money.pesos(900), true), Optional.of("silla"),
                Optional.of(Duration.ofDays(1)));
    }

    private static StaffMember hugo() {
        var lunch = new WeeklyBreak(BreakId.next(), DayOfWeek.FRIDAY, new Hours(LocalTime.of(12, 0), LocalTime.of(13, 0)),
                CHRISTMAS.minusYears(1), Optional.of(CHRISTMAS), "comida");
        return new StaffMember(new StaffId(new UUID(1, 5)), "Hugo", Optional.of(new PhoneNumber("+525512345678")),
                Permission.OWNER, Map.of(CENTRO, new WeeklyHours(Map.of(DayOfWeek.FRIDAY, List.of(MORNING)))),
                Map.of(CHRISTMAS, Map.of(), CHRISTMAS.minusDays(1), Map.of(NORTE, List.of(NIGHT))), List.of(lunch),
                Map.of(TINT, new Skill(Optional.of(Duration.ofMinutes(150)), Optional.of(Price.of(Money.pesos(1000))), false)),
                Optional.of(CHAIR));
    }
}
