package mx.yume.platform;

import static mx.yume.platform.SpanishDates.dateTime;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishDatesTest {

    private static final ZoneId CENTER = ZoneId.of("America/Mexico_City");
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");

    @Test
    void whoSharesTheClockIsNotToldWhoseItIs() {
        var visit = ZonedDateTime.of(2027, 1, 15, 15, 0, 0, 0, CENTER);
        assertThat(dateTime(visit, CENTER)).isEqualTo("viernes 15 de enero, 3:00 p.m.");
        assertThat(dateTime(visit, ZoneId.of("America/Monterrey"))).isEqualTo("viernes 15 de enero, 3:00 p.m.");
    }

    @Test
    void whoLivesByAnotherClockIsToldWhoseItIs() {
        var visit = ZonedDateTime.of(2027, 1, 15, 15, 0, 0, 0, TIJUANA);
        assertThat(dateTime(visit, CENTER)).isEqualTo("viernes 15 de enero, 3:00 p.m. (hora de Tijuana)");
    }

    /** Before the jump of each border zone, after it, and on which days the clocks of Mexico City show the same. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            America/Tijuana,       2027-03-14T01:30, 'domingo 14 de marzo, 1:30 a.m. (hora de Tijuana)'
            America/Tijuana,       2027-03-14T03:30, 'domingo 14 de marzo, 3:30 a.m. (hora de Tijuana)'
            America/Ciudad_Juarez, 2027-03-14T01:30, 'domingo 14 de marzo, 1:30 a.m. (hora de Ciudad Juárez)'
            America/Ciudad_Juarez, 2027-03-14T03:30, 'domingo 14 de marzo, 3:30 a.m.'
            America/Ojinaga,       2027-03-14T01:30, 'domingo 14 de marzo, 1:30 a.m.'
            America/Ojinaga,       2027-03-14T03:30, 'domingo 14 de marzo, 3:30 a.m. (hora de Ojinaga)'
            America/Matamoros,     2027-03-14T01:30, 'domingo 14 de marzo, 1:30 a.m.'
            America/Matamoros,     2027-03-14T03:30, 'domingo 14 de marzo, 3:30 a.m. (hora de Matamoros)'
            America/Tijuana,       2027-11-07T03:30, 'domingo 7 de noviembre, 3:30 a.m. (hora de Tijuana)'
            America/Ciudad_Juarez, 2027-11-07T03:30, 'domingo 7 de noviembre, 3:30 a.m. (hora de Ciudad Juárez)'
            America/Ojinaga,       2027-11-07T03:30, 'domingo 7 de noviembre, 3:30 a.m.'
            America/Matamoros,     2027-11-07T03:30, 'domingo 7 de noviembre, 3:30 a.m.'
            """)
    void atTheBorderTheSameDayReadsBothWays(String zone, LocalDateTime wallClock, String read) {
        assertThat(dateTime(wallClock.atZone(ZoneId.of(zone)), CENTER)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"America/Tijuana, hora de Tijuana", "America/Ciudad_Juarez, hora de Ciudad Juárez"})
    void theHourThatHappensTwiceIsToldByItsPlaceOnlyWhileTheClocksDiffer(String zone, String place) {
        var first = LocalDateTime.parse("2027-11-07T01:30").atZone(ZoneId.of(zone));
        var second = first.withLaterOffsetAtOverlap();
        assertThat(second.toInstant()).isEqualTo(first.toInstant().plusSeconds(3600));
        assertThat(dateTime(second, CENTER)).isEqualTo("domingo 7 de noviembre, 1:30 a.m. (" + place + ")");
        assertThat(dateTime(first, CENTER)).startsWith("domingo 7 de noviembre, 1:30 a.m.")
                .matches(read -> read.endsWith(")") == zone.equals("America/Tijuana"));
    }

    @ParameterizedTest
    @CsvSource({"America/Mexico_City, hora del centro", "America/Monterrey, hora del centro",
            "America/Mazatlan, hora del Pacífico", "America/Hermosillo, hora de Hermosillo",
            "America/Chihuahua, hora de Chihuahua", "America/Cancun, hora de Cancún", "America/Ojinaga, hora de Ojinaga",
            "America/Matamoros, hora de Matamoros", "America/Ensenada, hora de Tijuana", "America/New_York, hora local"})
    void zonesHaveTheNamesPeopleUse(String zone, String name) {
        assertThat(ZoneNames.of(ZoneId.of(zone))).isEqualTo(name);
    }

    @Test
    void daysAndTimesAreWrittenOut() {
        assertThat(dateTime(Instant.parse("2027-01-15T06:05:00Z").atZone(CENTER)))
                .isEqualTo("viernes 15 de enero, 12:05 a.m.");
        assertThat(SpanishDates.time(LocalTime.NOON)).isEqualTo("12:00 p.m.");
        assertThat(SpanishDates.date(LocalDate.of(2027, 9, 1))).isEqualTo("miércoles 1 de septiembre");
    }
}
