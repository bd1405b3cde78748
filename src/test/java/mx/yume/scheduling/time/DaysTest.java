package mx.yume.scheduling.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {

    /** A gap, an overlap, half an hour, changes at midnight, and a day that never was. */
    @ParameterizedTest
    @ValueSource(strings = {"America/Mexico_City", "America/Tijuana", "America/Ojinaga", "Australia/Lord_Howe",
            "America/Santiago",
            "America/Havana", "Asia/Beirut", "Pacific/Apia", "Africa/Casablanca", "UTC"})
    void saysWhatTheZonesRulesSayAllYear(String id) {
        var zone = ZoneId.of(id);
        for (int year : List.of(2011, 2021, 2027)) {
            var first = LocalDate.of(year, 1, 1);
            var days = new Days(zone, first, first.plusDays(364));
            assertThat(days.asked()).isEqualTo(365);
            assertThat(days.begin()).isEqualTo(first.atStartOfDay(zone).toEpochSecond());
            assertThat(days.end()).isEqualTo(first.plusDays(365).atStartOfDay(zone).toEpochSecond());
            for (int day = 0; day < days.count(); day++) {
                for (var time : List.of(LocalTime.MIN, LocalTime.of(0, 30), LocalTime.of(1, 45), LocalTime.of(2, 30),
                        LocalTime.NOON, LocalTime.of(23, 30))) {
                    assertThat(days.second(day, time)).as("%s %s", days.date(day), time)
                            .isEqualTo(byTheRules(days.date(day), time, zone));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Mexico_City", "America/Tijuana", "Australia/Lord_Howe", "America/Havana", "Asia/Beirut"})
    void cellsAreMultiplesOfTheStepOnTheWallClock(String id) {
        var zone = ZoneId.of(id);
        var first = LocalDate.of(2027, 1, 1);
        var days = new Days(zone, first, first.plusDays(364));
        for (int step : List.of(15, 35, 45, 90)) {
            var cells = new ArrayList<Long>();
            days.cells(Spans.of(0, 4_000_000_000L), Duration.ofMinutes(step), cells::add);
            var expected = new ArrayList<Long>();
            for (long at = days.begin(); at < days.end(); at += 300) {
                if (Instant.ofEpochSecond(at).atZone(zone).toLocalTime().toSecondOfDay() % (step * 60) == 0) {
                    expected.add(at);
                }
            }
            assertThat(cells).isEqualTo(expected);
        }
    }

    @Test
    void daysAreFoundBySecond() {
        var zone = ZoneId.of("America/Tijuana");
        var days = new Days(zone, LocalDate.of(2027, 3, 13), LocalDate.of(2027, 3, 15));
        for (int day = 0; day < 3; day++) {
            var whole = days.whole(day);
            assertThat(days.dayOf(whole.from(0))).isEqualTo(day);
            assertThat(days.dayOf(whole.to(0) - 1)).isEqualTo(day);
        }
        assertThat(days.whole(1).longest()).isEqualTo(Duration.ofHours(23).toSeconds());
        assertThat(days.dayOf(days.begin() - 100_000)).isZero();
        assertThat(days.dayOf(days.end() + 100_000)).isEqualTo(2);
    }

    /** The first time it is that late or, if it never is exactly then, the moment of the jump. */
    private static long byTheRules(LocalDate day, LocalTime time, ZoneId zone) {
        var wallClock = day.atTime(time);
        var jump = zone.getRules().getTransition(wallClock);
        return jump != null && jump.isGap() ? jump.toEpochSecond()
                : ZonedDateTime.ofLocal(wallClock, zone, null).withEarlierOffsetAtOverlap().toEpochSecond();
    }
}
