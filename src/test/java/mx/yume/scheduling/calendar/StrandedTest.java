package mx.yume.scheduling.calendar;

import static mx.yume.testing.SalonLupita.BETO;
import static mx.yume.testing.SalonLupita.CORTE;
import static mx.yume.testing.SalonLupita.LOCATION;
import static mx.yume.testing.WallClock.daily;
import static mx.yume.testing.WallClock.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Processing;
import mx.yume.business.Service;
import mx.yume.business.SpecialDays;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.business.WeeklyHours;
import mx.yume.platform.Money;
import mx.yume.scheduling.Aftermath;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Part;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;
import mx.yume.testing.WallClock;

/** Which appointments a change leaves without their footing. The visit is Paty's haircut with Beto on Silla 1. */
class StrandedTest {

    private static final LocalDate THURSDAY = LocalDate.of(2027, 1, 14);
    private static final Business SALON = SalonLupita.business();
    private static final SpotId CHAIR = SALON.spots().getFirst().id();

    private final Appointment atEleven = visit(THURSDAY.atTime(11, 0).atZone(SettableClock.MEXICO_CITY), 45);

    @Test
    void nothingIsStrandedByAChangeThatLeavesItsHours() {
        assertThat(stranded(closingAt(THURSDAY, "10:00-12:00"), atEleven)).isEmpty();
        assertThat(stranded(closed(THURSDAY.plusDays(1)), atEleven)).isEmpty();
        assertThat(stranded(business -> business, atEleven)).isEmpty();
    }

    @Test
    void theDayThatClosesStrandsIt() {
        assertThat(stranded(closed(THURSDAY), atEleven)).containsExactly(atEleven);
        assertThat(stranded(closingAt(THURSDAY, "10:00-11:30"), atEleven)).containsExactly(atEleven);
        assertThat(stranded(closingAt(THURSDAY, "10:00-11:45"), atEleven)).isEmpty();
    }

    @Test
    void aGapInTheHoursStrandsWhatLiesAcrossIt() {
        assertThat(stranded(closingAt(THURSDAY, "10:00-11:15", "11:30-20:00"), atEleven)).containsExactly(atEleven);
        assertThat(stranded(closingAt(THURSDAY, "10:00-11:15", "11:15-20:00"), atEleven)).isEmpty();
    }

    @Test
    void theDayOffOfItsPersonStrandsItAndThatOfAnotherDoesNot() {
        assertThat(stranded(dayOff("Beto"), atEleven)).containsExactly(atEleven);
        assertThat(stranded(dayOff("Ana"), atEleven)).isEmpty();
    }

    @Test
    void aBreakStrandsWhatItTouches() {
        assertThat(stranded(lunch("11:30-12:30"), atEleven)).containsExactly(atEleven);
        assertThat(stranded(lunch("11:45-12:30"), atEleven)).isEmpty();
        assertThat(stranded(lunch("10:00-11:00"), atEleven)).isEmpty();
    }

    @Test
    void aBreakInTheRestOfATintStrandsNothing() {
        UnaryOperator<Business> resting = business -> services(business, service -> new Service(service.id(), service.name(),
                service.category(), "", service.duration(), Optional.of(new Processing(Duration.ofMinutes(10),
                        Duration.ofMinutes(20))),
                Duration.ZERO, Duration.ZERO, service.price(), service.spotKind(), service.minimumNotice()));
        var salon = resting.apply(SALON);
        assertThat(new Stranded(salon, lunch("11:10-11:30").apply(salon)).among(List.of(atEleven))).isEmpty();
        assertThat(new Stranded(salon, lunch("11:10-11:31").apply(salon)).among(List.of(atEleven))).containsExactly(atEleven);
    }

    @Test
    void aShortVisitHasNoRest() {
        var short15 = visit(THURSDAY.atTime(11, 0).atZone(SettableClock.MEXICO_CITY), 15);
        var salon = services(SALON, service -> new Service(service.id(), service.name(), service.category(), "",
                service.duration(), Optional.of(new Processing(Duration.ofMinutes(5), Duration.ofMinutes(10))), Duration.ZERO,
                Duration.ZERO, service.price(), service.spotKind(), service.minimumNotice()));
        assertThat(new Stranded(salon, lunch("11:05-11:10").apply(salon)).among(List.of(short15))).containsExactly(short15);
    }

    @Test
    void whoLosesTheSkillOrLeavesStrandsIt() {
        assertThat(stranded(staff("Beto", beto -> member(beto, beto.schedules(), Map.of(), List.of(), false)), atEleven))
                .containsExactly(atEleven);
        assertThat(stranded(business -> with(business, business.locations(), business.services(),
                business.staff().stream().filter(one -> !one.id().equals(BETO)).toList(), business.spots()), atEleven))
                .containsExactly(atEleven);
    }

    @Test
    void theSpotThatLeavesOrServesOtherwiseStrandsIt() {
        assertThat(stranded(spots(spot -> spot.id().equals(CHAIR)
                ? new Spot(CHAIR, LOCATION, "Silla 1", "mesa de uñas")
                : spot), atEleven)).containsExactly(atEleven);
        assertThat(stranded(business -> with(business, business.locations(), business.services(), business.staff(),
                business.spots().stream().filter(spot -> !spot.id().equals(CHAIR)).toList()), atEleven))
                .containsExactly(atEleven);
        assertThat(stranded(spots(spot -> new Spot(spot.id(), spot.location(), "Otro nombre", spot.kind())), atEleven))
                .isEmpty();
    }

    @Test
    void theServiceOrTheLocationThatLeavesStrandsIt() {
        assertThat(stranded(business -> with(business, business.locations(),
                business.services().stream().filter(service -> !service.id().equals(CORTE)).toList(), business.staff(),
                business.spots()), atEleven)).containsExactly(atEleven);
        var elsewhere = new Business(SALON.id(), "Salón", "salon", List.of(place(SALON.location(), SpecialDays.NONE, true)),
                SALON.services(), SALON.staff(), SALON.spots());
        assertThat(new Stranded(SALON, elsewhere).among(List.of(atEleven))).containsExactly(atEleven);
    }

    @Test
    void whatStoodOutsideBeforeIsCountedOnlyWhenItsOwnDayChanges() {
        var late = visit(THURSDAY.atTime(20, 30).atZone(SettableClock.MEXICO_CITY), 45);
        assertThat(stranded(closed(THURSDAY.plusDays(1)), late)).isEmpty();
        assertThat(stranded(dayOff("Ana"), late)).isEmpty();
        assertThat(stranded(closed(THURSDAY), late)).containsExactly(late);
    }

    @Test
    void hoursPastMidnightCarryWhatBeginsAfterIt() {
        var night = closingAt(THURSDAY, "18:00-02:00");
        UnaryOperator<Business> andBeto = business -> staff("Beto", beto -> member(beto, beto.schedules(),
                Map.of(THURSDAY, Map.of(LOCATION, List.of(hours("18:00-02:00")))), List.of(), true))
                .apply(night.apply(business));
        var pastMidnight = visit(THURSDAY.plusDays(1).atTime(0, 30).atZone(SettableClock.MEXICO_CITY), 45);
        var salon = andBeto.apply(SALON);
        assertThat(new Stranded(SALON, salon).among(List.of(pastMidnight))).isEmpty();
        assertThat(new Stranded(salon, SALON).among(List.of(pastMidnight))).containsExactly(pastMidnight);
        assertThat(new Stranded(salon, closingAt(THURSDAY, "18:00-01:00").apply(salon)).among(List.of(pastMidnight)))
                .containsExactly(pastMidnight);
    }

    /** Nine to five on the wall is what counts, on days of 23 and 25 hours too. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Tijuana", "America/Ciudad_Juarez", "America/Ojinaga", "America/Matamoros"})
    void onTheLongAndTheShortDayOfTheBorderTheWallClockCounts(String id) {
        var zone = ZoneId.of(id);
        for (var day : List.of(LocalDate.of(2027, 3, 14), LocalDate.of(2027, 11, 7))) {
            var salon = always(zone, "00:30-17:00");
            var early = visit(day.atTime(0, 30).atZone(zone), 45);
            var atNine = visit(day.atTime(9, 0).atZone(zone), 45);
            var last = visit(day.atTime(16, 15).atZone(zone), 45);
            var all = List.of(early, atNine, last);
            assertThat(new Stranded(salon, salon).among(all)).isEmpty();
            assertThat(new Stranded(salon, always(zone, "09:00-17:00")).among(all)).containsExactly(early);
            assertThat(new Stranded(salon, always(zone, "09:15-16:45")).among(all)).containsExactlyElementsOf(all);
        }
    }

    private static List<Appointment> stranded(UnaryOperator<Business> change, Appointment visit) {
        return new Stranded(SALON, change.apply(SALON)).among(List.of(visit));
    }

    private static Appointment visit(ZonedDateTime start, int minutes) {
        var end = start.plusMinutes(minutes);
        var part = new Part(CORTE, "Corte de cabello", BETO, "Beto", Optional.of(CHAIR), start, end, Money.pesos(250));
        return new Appointment(AppointmentId.next(), Optional.empty(), "Paty", LOCATION, List.of(part), start, end,
                Money.pesos(250), AppointmentStatus.CONFIRMED, Aftermath.NONE, false, 0);
    }

    private static Business always(ZoneId zone, String stretch) {
        var old = SALON.location();
        var place = new Location(old.id(), old.name(), "", zone, daily(stretch), SpecialDays.NONE, old.grid(),
                old.minimumNotice(), old.horizonDays(), true);
        return staff("Beto", beto -> member(beto, Map.of(LOCATION, daily(stretch)), Map.of(), List.of(), true))
                .apply(with(SALON, List.of(place), SALON.services(), SALON.staff(), SALON.spots()));
    }

    private static UnaryOperator<Business> closed(LocalDate day) {
        return closingAt(day);
    }

    private static UnaryOperator<Business> closingAt(LocalDate day, String... stretches) {
        var special = new SpecialDays(Map.of(day, List.of(stretches).stream().map(WallClock::hours).toList()));
        return business -> with(business, List.of(place(business.location(), special, false)), business.services(),
                business.staff(), business.spots());
    }

    private static UnaryOperator<Business> dayOff(String name) {
        return staff(name, one -> member(one, one.schedules(), Map.of(THURSDAY, Map.of()), List.of(), true));
    }

    private static UnaryOperator<Business> lunch(String stretch) {
        var lunch = new WeeklyBreak(BreakId.next(), DayOfWeek.THURSDAY, hours(stretch), THURSDAY, Optional.empty(), "Comida");
        return staff("Beto", beto -> member(beto, beto.schedules(), Map.of(), List.of(lunch), true));
    }

    private static UnaryOperator<Business> spots(UnaryOperator<Spot> change) {
        return business -> with(business, business.locations(), business.services(), business.staff(),
                business.spots().stream().map(change).toList());
    }

    private static Business services(Business business, UnaryOperator<Service> change) {
        return with(business, business.locations(),
                business.services().stream().map(one -> one.id().equals(CORTE) ? change.apply(one) : one).toList(),
                business.staff(), business.spots());
    }

    private static UnaryOperator<Business> staff(String name, UnaryOperator<StaffMember> change) {
        return business -> with(business, business.locations(), business.services(),
                business.staff().stream().map(one -> one.name().equals(name) ? change.apply(one) : one).toList(),
                business.spots());
    }

    private static StaffMember member(StaffMember one, Map<LocationId, WeeklyHours> schedules,
            Map<LocalDate, Map<LocationId, List<Hours>>> specialDays, List<WeeklyBreak> breaks,
            boolean skilled) {
        return new StaffMember(one.id(), one.name(), one.phone(), one.permission(), schedules, specialDays, breaks,
                skilled ? one.skills() : Map.of(), one.defaultSpot());
    }

    private static Location place(Location old, SpecialDays special, boolean another) {
        return new Location(another ? LocationId.next() : old.id(), old.name(), old.address(), old.zone(),
                old.hours(), special, old.grid(), old.minimumNotice(), old.horizonDays(), old.daysKeptWhole());
    }

    private static Business with(Business old, List<Location> locations, List<Service> services, List<StaffMember> staff,
            List<Spot> spots) {
        return new Business(old.id(), old.publicName(), old.slug(), locations, services, staff, spots);
    }
}
