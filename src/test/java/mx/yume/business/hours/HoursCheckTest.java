package mx.yume.business.hours;

import static mx.yume.testing.WallClock.daily;
import static mx.yume.testing.WallClock.day;
import static mx.yume.testing.WallClock.hours;
import static mx.yume.testing.WallClock.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.Permission;
import mx.yume.business.SpecialDays;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursOutcome.ClosesTooLate;
import mx.yume.business.hours.HoursOutcome.CrossesMidnight;
import mx.yume.business.hours.HoursOutcome.ElsewhereThen;
import mx.yume.business.hours.HoursOutcome.Empty;
import mx.yume.business.hours.HoursOutcome.EndsBeforeItBegins;
import mx.yume.business.hours.HoursOutcome.InThePast;
import mx.yume.business.hours.HoursOutcome.NoLength;
import mx.yume.business.hours.HoursOutcome.NoteTooLong;
import mx.yume.business.hours.HoursOutcome.OddTime;
import mx.yume.business.hours.HoursOutcome.Overlapping;
import mx.yume.business.hours.HoursOutcome.TooFarAhead;
import mx.yume.business.hours.HoursOutcome.TooManyStretches;
import mx.yume.platform.OrganizationId;
import mx.yume.testing.SettableClock;

class HoursCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 13);
    private static final LocationId CENTRO = new LocationId(new UUID(2, 1));
    private static final LocationId NORTE = new LocationId(new UUID(2, 2));

    @Test
    void hoursWithBreaksAndClosedDaysAreFine() {
        assertThat(HoursCheck.week(on(Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), "09:00-14:00", "16:00-20:00"), false))
                .isEmpty();
        assertThat(HoursCheck.week(WeeklyHours.NONE, false)).isEmpty();
        assertThat(HoursCheck.day(List.of(), false)).isEmpty();
        assertThat(HoursCheck.day(day("09:00-14:00", "14:00-20:00"), false)).isEmpty();
    }

    @Test
    void passingMidnightIsAskedAboutAndFineOnceConfirmed() {
        assertThat(HoursCheck.day(day("20:00-02:00"), false)).contains(new CrossesMidnight(hours("20:00-02:00")));
        assertThat(HoursCheck.day(day("20:00-02:00"), true)).isEmpty();
        assertThat(HoursCheck.week(daily("10:00-00:00"), false)).contains(new CrossesMidnight(hours("10:00-00:00")));
        assertThat(HoursCheck.week(daily("10:00-06:00"), true)).isEmpty();
    }

    @Test
    void laterThanSixInTheMorningIsNeverFine() {
        assertThat(HoursCheck.day(day("20:00-06:01"), true)).contains(new ClosesTooLate(hours("20:00-06:01")));
        assertThat(HoursCheck.day(day("20:00-08:00"), false)).contains(new ClosesTooLate(hours("20:00-08:00")));
    }

    @Test
    void aMistakeIsSaidBeforeTheQuestion() {
        assertThat(HoursCheck.week(on(Set.of(DayOfWeek.MONDAY), "20:00-02:00", "21:00-22:00"), false)).get()
                .isInstanceOf(Overlapping.class);
    }

    @Test
    void hoursWithoutLengthAreNoWholeDay() {
        assertThat(HoursCheck.day(day("09:00-09:00"), true)).contains(new NoLength(hours("09:00-09:00")));
        assertThat(HoursCheck.day(day("05:00-05:00"), true)).contains(new NoLength(hours("05:00-05:00")));
    }

    @Test
    void secondsAreNoOpeningHours() {
        assertThat(HoursCheck.day(day("09:00:30-10:00"), true)).contains(new OddTime());
        assertThat(HoursCheck.day(List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(10, 0).plusNanos(1))), true))
                .contains(new OddTime());
    }

    @Test
    void stretchesOfADayDoNotOverlap() {
        assertThat(HoursCheck.day(day("16:00-20:00", "09:00-16:30"), false))
                .contains(new Overlapping(hours("09:00-16:30"), hours("16:00-20:00")));
        assertThat(HoursCheck.day(day("09:00-12:00", "09:00-10:00"), false)).get().isInstanceOf(Overlapping.class);
    }

    @Test
    void aNightDoesNotRunIntoTheNextMorningSundaysNeither() {
        var nights = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        nights.put(DayOfWeek.SUNDAY, day("20:00-05:00"));
        nights.put(DayOfWeek.MONDAY, day("05:00-10:00"));
        assertThat(HoursCheck.week(new WeeklyHours(nights), true)).isEmpty();
        nights.put(DayOfWeek.MONDAY, day("04:59-10:00"));
        assertThat(HoursCheck.week(new WeeklyHours(nights), true))
                .contains(new Overlapping(hours("20:00-05:00"), hours("04:59-10:00")));
        assertThat(HoursCheck.week(daily("04:00-05:00", "20:00-04:30"), true)).get().isInstanceOf(Overlapping.class);
    }

    @Test
    void aDayHasFourStretchesAtMost() {
        var four = new String[]{"08:00-09:00", "10:00-11:00", "12:00-13:00", "14:00-15:00"};
        assertThat(HoursCheck.day(day(four), false)).isEmpty();
        assertThat(HoursCheck.day(day(four[0], four[1], four[2], four[3], "16:00-17:00"), false))
                .contains(new TooManyStretches());
    }

    @Test
    void datesAreNeitherPastNorYearsAway() {
        assertThat(HoursCheck.date(TODAY, TODAY)).isEmpty();
        assertThat(HoursCheck.date(TODAY.plusYears(2), TODAY)).isEmpty();
        assertThat(HoursCheck.date(TODAY.minusDays(1), TODAY)).contains(new InThePast(TODAY.minusDays(1)));
        assertThat(HoursCheck.date(TODAY.plusDays(732), TODAY)).contains(new TooFarAhead(TODAY.plusDays(732)));
        assertThat(HoursCheck.date(LocalDate.MAX, TODAY)).get().isInstanceOf(TooFarAhead.class);
    }

    @Test
    void notesAreShort() {
        assertThat(HoursCheck.note("")).isEmpty();
        assertThat(HoursCheck.note(" " + "á".repeat(120) + " ")).isEmpty();
        assertThat(HoursCheck.note("😀".repeat(120))).isEmpty();
        assertThat(HoursCheck.note("a".repeat(121))).contains(new NoteTooLong());
    }

    @Test
    void breaksAreOfSomebodyOnSomeDay() {
        var people = Set.of(new StaffId(new UUID(2, 3)));
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY, Optional.empty()), people, TODAY, false)).isEmpty();
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY, Optional.empty()), Set.of(), TODAY, false))
                .contains(new Empty());
        var never = new BreakPlan(Set.of(), hours("14:00-15:00"), TODAY, Optional.empty(), "");
        assertThat(HoursCheck.breaks(never, people, TODAY, false)).contains(new Empty());
    }

    @Test
    void breaksEndAfterTheyBeginAndAreStillToCome() {
        var people = Set.of(new StaffId(new UUID(2, 3)));
        var before = TODAY.minusDays(1);
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY, Optional.of(TODAY)), people, TODAY, false)).isEmpty();
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY.minusYears(1), Optional.empty()), people, TODAY, false))
                .as("what began long ago and goes on").isEmpty();
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY, Optional.of(before)), people, TODAY, false))
                .contains(new EndsBeforeItBegins(TODAY, before));
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", before, Optional.of(before)), people, TODAY, false))
                .contains(new InThePast(before));
        for (var farAway : List.of(LocalDate.MIN, TODAY.minusDays(732))) {
            assertThat(HoursCheck.breaks(lunch("14:00-15:00", farAway, Optional.empty()), people, TODAY, false))
                    .contains(new InThePast(farAway));
        }
        for (var farAway : List.of(LocalDate.MAX, TODAY.plusDays(732))) {
            assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY, Optional.of(farAway)), people, TODAY, false))
                    .contains(new TooFarAhead(farAway));
        }
        assertThat(HoursCheck.breaks(lunch("14:00-15:00", TODAY.plusYears(5), Optional.empty()), people, TODAY, false)).get()
                .isInstanceOf(TooFarAhead.class);
    }

    @Test
    void hoursOfABreakAreHours() {
        var people = Set.of(new StaffId(new UUID(2, 3)));
        assertThat(HoursCheck.breaks(lunch("14:00-14:00", TODAY, Optional.empty()), people, TODAY, false)).get()
                .isInstanceOf(NoLength.class);
        assertThat(HoursCheck.breaks(lunch("23:30-00:30", TODAY, Optional.empty()), people, TODAY, false)).get()
                .isInstanceOf(CrossesMidnight.class);
        var wordy = new BreakPlan(Set.of(DayOfWeek.MONDAY), hours("14:00-15:00"), TODAY, Optional.empty(), "a".repeat(121));
        assertThat(HoursCheck.breaks(wordy, people, TODAY, false)).contains(new NoteTooLong());
    }

    @Test
    void nobodyWorksAtTwoLocationsAtOnce() {
        var business = business(place(CENTRO, "Centro", WeeklyHours.NONE), place(NORTE, "Norte", WeeklyHours.NONE));
        var rosa = rosa(Map.of(NORTE, on(Set.of(DayOfWeek.SUNDAY), "20:00-02:00")));
        assertThat(HoursCheck.elsewhere(business, rosa, CENTRO, on(Set.of(DayOfWeek.MONDAY), "02:00-10:00"))).isEmpty();
        assertThat(HoursCheck.elsewhere(business, rosa, CENTRO, on(Set.of(DayOfWeek.MONDAY), "01:00-10:00")))
                .contains(new ElsewhereThen(hours("01:00-10:00"), "Norte"));
        assertThat(HoursCheck.elsewhere(business, rosa, NORTE, on(Set.of(DayOfWeek.SUNDAY), "19:00-01:00")))
                .as("instead of what there was").isEmpty();
        assertThat(
                HoursCheck.elsewhere(business(place(CENTRO, "Centro", WeeklyHours.NONE)), rosa, CENTRO, daily("00:00-23:00")))
                .as("a location that is closed for good counts no more").isEmpty();
    }

    @Test
    void theLongestOpeningRunsOnThroughMidnightAndTouchingHours() {
        assertThat(HoursCheck.longestOpening(business(place(CENTRO, "Centro", WeeklyHours.NONE)))).isEmpty();
        assertThat(longest(daily("09:00-14:00", "16:00-20:00"))).isEqualTo(Duration.ofHours(5));
        assertThat(longest(daily("09:00-14:00", "14:00-20:00"))).isEqualTo(Duration.ofHours(11));
        assertThat(longest(daily("20:00-00:00", "00:00-03:00"))).isEqualTo(Duration.ofHours(7));
        assertThat(longest(daily("00:00-12:00", "12:00-00:00"))).isEqualTo(Duration.ofDays(7));
        var party = new Location(CENTRO, "Centro", "", SettableClock.MEXICO_CITY, daily("09:00-14:00"),
                new SpecialDays(Map.of(TODAY, day("09:00-21:00"))), Duration.ofMinutes(15), Duration.ZERO, 60, true);
        assertThat(HoursCheck.longestOpening(business(party))).contains(Duration.ofHours(12));
    }

    private static Duration longest(WeeklyHours week) {
        return HoursCheck.longestOpening(business(place(CENTRO, "Centro", week))).orElseThrow();
    }

    private static BreakPlan lunch(String hours, LocalDate first, Optional<LocalDate> last) {
        return new BreakPlan(Set.of(DayOfWeek.MONDAY), hours(hours), first, last, "comida");
    }

    private static StaffMember rosa(Map<LocationId, WeeklyHours> schedules) {
        return new StaffMember(new StaffId(new UUID(2, 3)), "Rosa", Optional.empty(), Permission.STAFF, schedules, Map.of(),
                List.of(), Map.of(), Optional.empty());
    }

    private static Business business(Location... locations) {
        return new Business(new OrganizationId(new UUID(2, 0)), "Negocio", "negocio", List.of(locations), List.of(), List.of(),
                List.of());
    }

    private static Location place(LocationId id, String name, WeeklyHours week) {
        return new Location(id, name, "", SettableClock.MEXICO_CITY, week, SpecialDays.NONE, Duration.ofMinutes(15),
                Duration.ZERO, 60, true);
    }
}
