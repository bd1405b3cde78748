package mx.yume.business.hours;

import static mx.yume.testing.WallClock.daily;
import static mx.yume.testing.WallClock.day;
import static mx.yume.testing.WallClock.on;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import mx.yume.business.Location;
import mx.yume.business.LocationId;
import mx.yume.business.SpecialDays;
import mx.yume.business.WeeklyHours;
import mx.yume.testing.SettableClock;

class MexicanHolidaysTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate NEW_YEARS_EVE = LocalDate.of(2027, 12, 31);

    @Test
    void theSevenOfAnOrdinaryYear() {
        assertThat(MexicanHolidays.between(NEW_YEAR, NEW_YEARS_EVE)).extracting(Holiday::day).containsExactly(NEW_YEAR,
                LocalDate.of(2027, 2, 1), LocalDate.of(2027, 3, 15), LocalDate.of(2027, 5, 1), LocalDate.of(2027, 9, 16),
                LocalDate.of(2027, 11, 15), LocalDate.of(2027, 12, 25));
        assertThat(MexicanHolidays.between(NEW_YEAR, NEW_YEARS_EVE)).extracting(Holiday::name).containsExactly("Año Nuevo",
                "Día de la Constitución", "Natalicio de Benito Juárez", "Día del Trabajo", "Día de la Independencia",
                "Día de la Revolución", "Navidad");
    }

    @Test
    void theExecutiveIsHandedOverEverySixYearsFrom2024() {
        assertThat(List.of(2018, 2023, 2024, 2025, 2029, 2030, 2036)).filteredOn(MexicanHolidaysTest::hasHandover)
                .containsExactly(2024, 2030, 2036);
    }

    private static boolean hasHandover(int year) {
        var day = LocalDate.of(year, 10, 1);
        return !MexicanHolidays.between(day, day).isEmpty();
    }

    @Test
    void aRangeHasItsFirstDayItsLastAndTheTurnOfTheYear() {
        assertThat(MexicanHolidays.between(LocalDate.of(2026, 12, 25), NEW_YEAR)).extracting(Holiday::name)
                .containsExactly("Navidad", "Año Nuevo");
        assertThat(MexicanHolidays.between(NEW_YEAR.plusDays(1), LocalDate.of(2027, 1, 31))).isEmpty();
        assertThat(MexicanHolidays.between(NEW_YEARS_EVE, NEW_YEAR)).isEmpty();
    }

    @Test
    void onlyDaysThatWouldOpenAndOfWhichNothingWasSaidAreSuggested() {
        var weekdays = on(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "10:00-20:00");
        assertThat(suggested(weekdays, Map.of())).as("1 May and Christmas are Saturdays in 2027")
                .containsExactly("Año Nuevo", "Día de la Constitución", "Natalicio de Benito Juárez", "Día de la Independencia",
                        "Día de la Revolución");
        assertThat(suggested(daily("10:00-20:00"), Map.of(NEW_YEAR, List.of(), LocalDate.of(2027, 12, 25), day("10:00-14:00"))))
                .containsExactly("Día de la Constitución", "Natalicio de Benito Juárez", "Día del Trabajo",
                        "Día de la Independencia", "Día de la Revolución");
    }

    private static List<String> suggested(WeeklyHours week, Map<LocalDate, List<mx.yume.business.Hours>> special) {
        var location = new Location(new LocationId(new UUID(2, 1)), "Centro", "", SettableClock.MEXICO_CITY, week,
                new SpecialDays(special), Duration.ofMinutes(15), Duration.ZERO, 60, true);
        return MexicanHolidays.suggestions(location, NEW_YEAR, NEW_YEARS_EVE).stream().map(Holiday::name).toList();
    }
}
