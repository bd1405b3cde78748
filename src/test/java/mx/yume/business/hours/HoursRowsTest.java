package mx.yume.business.hours;

import static mx.yume.testing.WallClock.daily;
import static mx.yume.testing.WallClock.day;
import static mx.yume.testing.WallClock.hours;
import static mx.yume.testing.WallClock.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.Businesses;
import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursOutcome.BreaksChanged;
import mx.yume.business.hours.HoursOutcome.Changed;
import mx.yume.business.hours.HoursOutcome.Done;
import mx.yume.business.hours.HoursOutcome.NotFound;
import mx.yume.platform.Database;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** What is written in somebody's transaction is what is read from then on, and nobody reaches another tenant's. */
class HoursRowsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final LocalDate CHRISTMAS = LocalDate.of(2027, 12, 25);
    private static final LocationId NOWHERE = LocationId.next();

    private final PlainYume yume = PlainYume.fresh();

    @Test
    void theWeekOfALocationIsReplaced() {
        var week = on(Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), "09:00-14:00", "16:00-01:00");
        assertThat(in(connection -> OpeningHours.setWeek(connection, SalonLupita.ID, SalonLupita.LOCATION, 0, week)))
                .isEqualTo(new Done(1));
        assertThat(salon().location().hours()).isEqualTo(week);
        assertThat(in(connection -> OpeningHours.setWeek(connection, SalonLupita.ID, SalonLupita.LOCATION, 1,
                WeeklyHours.NONE))).isEqualTo(new Done(2));
        assertThat(salon().location().hours()).isEqualTo(WeeklyHours.NONE);
    }

    @Test
    void aWeekThatSomebodyElseChangedMeanwhileStays() {
        in(connection -> OpeningHours.setWeek(connection, SalonLupita.ID, SalonLupita.LOCATION, 0, daily("09:00-14:00")));
        assertThat(in(connection -> OpeningHours.setWeek(connection, SalonLupita.ID, SalonLupita.LOCATION, 0,
                daily("10:00-11:00")))).isEqualTo(new Changed(1));
        in(connection -> WorkingHours.setWeek(connection, SalonLupita.ID, SalonLupita.ANA, 0, SalonLupita.LOCATION,
                daily("09:00-14:00")));
        assertThat(in(connection -> WorkingHours.setWeek(connection, SalonLupita.ID, SalonLupita.ANA, 0, SalonLupita.LOCATION,
                daily("10:00-11:00")))).isEqualTo(new Changed(1));
        assertThat(salon().location().hours()).isEqualTo(daily("09:00-14:00"));
        assertThat(ana().hoursAt(SalonLupita.LOCATION)).isEqualTo(daily("09:00-14:00"));
    }

    @Test
    void aDateIsClosedOrHasOtherHoursUntilItIsLikeAnyOtherAgain() {
        assertThat(setDay("10:00-14:00", "16:00-18:00")).isEqualTo(new Done(1));
        assertThat(salon().location().hoursOn(CHRISTMAS)).isEqualTo(day("10:00-14:00", "16:00-18:00"));
        assertThat(setDay()).isEqualTo(new Done(2));
        assertThat(salon().location().specialDays().on(CHRISTMAS)).contains(List.of());
        assertThat(yume.superuser().rows("select note from special_day")).containsExactly(List.of("Navidad"));
        assertThat(removeDay()).isEqualTo(new Done(3));
        assertThat(salon().location().specialDays().on(CHRISTMAS)).isEmpty();
        assertThat(removeDay()).isEqualTo(new NotFound());
    }

    private HoursOutcome setDay(String... stretches) {
        return in(connection -> OpeningHours.setDay(connection, SalonLupita.ID, SalonLupita.LOCATION, CHRISTMAS,
                day(stretches), " Navidad "));
    }

    private HoursOutcome removeDay() {
        return in(connection -> OpeningHours.removeDay(connection, SalonLupita.ID, SalonLupita.LOCATION, CHRISTMAS));
    }

    @Test
    void theWeekOfAPersonIsReplacedAtOneLocation() {
        var week = on(Set.of(DayOfWeek.SATURDAY), "10:00-14:00");
        assertThat(in(connection -> WorkingHours.setWeek(connection, SalonLupita.ID, SalonLupita.ANA, 0, SalonLupita.LOCATION,
                week))).isEqualTo(new Done(1));
        assertThat(ana().schedules()).isEqualTo(Map.of(SalonLupita.LOCATION, week));
        in(connection -> WorkingHours.setWeek(connection, SalonLupita.ID, SalonLupita.ANA, 1, SalonLupita.LOCATION,
                WeeklyHours.NONE));
        assertThat(ana().schedules()).isEmpty();
        assertThat(salon().staffMember(SalonLupita.LUPITA).orElseThrow().schedules()).isNotEmpty();
    }

    @Test
    void aPersonsDateIsFreeOrElsewhereUntilItIsLikeAnyOtherAgain() {
        var there = Map.of(SalonLupita.LOCATION, day("10:00-12:00", "13:00-14:00"));
        assertThat(in(connection -> WorkingHours.setDay(connection, SalonLupita.ID, SalonLupita.ANA, CHRISTMAS, there, "")))
                .isEqualTo(new Done(1));
        assertThat(ana().specialDays()).isEqualTo(Map.of(CHRISTMAS, there));
        assertThat(in(connection -> WorkingHours.setDay(connection, SalonLupita.ID, SalonLupita.ANA, CHRISTMAS, Map.of(),
                "vacaciones"))).isEqualTo(new Done(2));
        assertThat(ana().specialDays()).isEqualTo(Map.of(CHRISTMAS, Map.of()));
        assertThat(in(connection -> WorkingHours.removeDay(connection, SalonLupita.ID, SalonLupita.ANA, CHRISTMAS)))
                .isEqualTo(new Done(3));
        assertThat(ana().specialDays()).isEmpty();
        assertThat(in(connection -> WorkingHours.removeDay(connection, SalonLupita.ID, SalonLupita.ANA, CHRISTMAS)))
                .isEqualTo(new NotFound());
    }

    @Test
    void breaksOfSeveralPeopleAreMadeAndRemovedAtOnce() {
        var made = lunch(Set.of(SalonLupita.ANA, SalonLupita.BETO), DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(made).hasSize(4);
        assertThat(ana().breaks()).hasSize(2).allSatisfy(one -> {
            assertThat(one.hours()).isEqualTo(hours("14:00-15:00"));
            assertThat(one.last()).contains(CHRISTMAS);
            assertThat(one.reason()).isEqualTo("comida");
        });
        var other = lunch(Set.of(SalonLupita.LUPITA), DayOfWeek.MONDAY);
        assertThat(in(connection -> Breaks.removeAction(connection, SalonLupita.ID, made.iterator().next())))
                .isEqualTo(new BreaksChanged(made));
        assertThat(breaks()).isEqualTo(other);
    }

    @Test
    void aBreakIsRemovedAloneToo() {
        var left = new HashSet<>(lunch(Set.of(SalonLupita.ANA, SalonLupita.BETO), DayOfWeek.MONDAY));
        var gone = left.iterator().next();
        assertThat(in(connection -> Breaks.remove(connection, SalonLupita.ID, gone)))
                .isEqualTo(new BreaksChanged(Set.of(gone)));
        left.remove(gone);
        assertThat(breaks()).isEqualTo(left);
        assertThat(in(connection -> Breaks.remove(connection, SalonLupita.ID, gone))).isEqualTo(new NotFound());
        assertThat(in(connection -> Breaks.removeAction(connection, SalonLupita.ID, gone))).isEqualTo(new NotFound());
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertNotFound(SalonLupita.ID, NOWHERE, StaffId.next());
        assertThat(in(connection -> WorkingHours.setWeek(connection, SalonLupita.ID, SalonLupita.ANA, 0, NOWHERE,
                daily("10:00-14:00")))).isEqualTo(new NotFound());
        assertThat(in(connection -> WorkingHours.setDay(connection, SalonLupita.ID, SalonLupita.ANA, CHRISTMAS,
                Map.of(NOWHERE, day("10:00-14:00")), ""))).isEqualTo(new NotFound());
        assertThat(salon()).isEqualTo(SalonLupita.business());
    }

    @Test
    void anotherTenantsAreNotFoundAndStayAsTheyAre() {
        var made = lunch(Set.of(SalonLupita.ANA), DayOfWeek.MONDAY);
        var before = salon();
        assertNotFound(OrganizationId.YUME, SalonLupita.LOCATION, SalonLupita.ANA);
        assertThat(in(OrganizationId.YUME, connection -> Breaks.removeAction(connection, OrganizationId.YUME,
                made.iterator().next()))).isEqualTo(new NotFound());
        assertThat(salon()).isEqualTo(before);
    }

    private void assertNotFound(OrganizationId who, LocationId place, StaffId person) {
        var plan = new BreakPlan(Set.of(DayOfWeek.MONDAY), hours("14:00-15:00"), CHRISTMAS, Optional.empty(), "");
        List<Function<SqlConnection, Uni<HoursOutcome>>> attempts = List.of(
                connection -> OpeningHours.setWeek(connection, who, place, 0, WeeklyHours.NONE),
                connection -> OpeningHours.setDay(connection, who, place, CHRISTMAS, List.of(), ""),
                connection -> OpeningHours.removeDay(connection, who, place, CHRISTMAS),
                connection -> WorkingHours.setWeek(connection, who, person, 0, SalonLupita.LOCATION, WeeklyHours.NONE),
                connection -> WorkingHours.setDay(connection, who, person, CHRISTMAS, Map.of(), ""),
                connection -> WorkingHours.removeDay(connection, who, person, CHRISTMAS),
                connection -> Breaks.add(connection, who, Set.of(person), plan));
        assertThat(attempts).allSatisfy(attempt -> assertThat(in(who, attempt)).isEqualTo(new NotFound()));
    }

    private Set<BreakId> lunch(Set<StaffId> staff, DayOfWeek... weekdays) {
        var plan = new BreakPlan(Set.of(weekdays), hours("14:00-15:00"), CHRISTMAS.minusYears(1), Optional.of(CHRISTMAS),
                " comida ");
        return ((BreaksChanged) in(connection -> Breaks.add(connection, SalonLupita.ID, staff, plan))).breaks();
    }

    private Set<BreakId> breaks() {
        var ids = new HashSet<BreakId>();
        salon().staff().forEach(member -> member.breaks().stream().map(WeeklyBreak::id).forEach(ids::add));
        return ids;
    }

    private StaffMember ana() {
        return salon().staffMember(SalonLupita.ANA).orElseThrow();
    }

    private Business salon() {
        return yume.the(Businesses.class).load(SalonLupita.ID).await().atMost(PATIENCE).orElseThrow();
    }

    private HoursOutcome in(Function<SqlConnection, Uni<HoursOutcome>> work) {
        return in(SalonLupita.ID, work);
    }

    private HoursOutcome in(OrganizationId organization, Function<SqlConnection, Uni<HoursOutcome>> work) {
        return yume.the(Database.class).inTenant(organization, work).await().atMost(PATIENCE);
    }
}
