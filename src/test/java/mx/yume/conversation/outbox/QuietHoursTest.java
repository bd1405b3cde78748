package mx.yume.conversation.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final ZoneId TIJUANA = ZoneId.of("America/Tijuana");
    private static final QuietHours NIGHT = QuietHours.parse("21:30-08:00").orElseThrow();

    @ParameterizedTest
    @CsvSource({"2027-01-13T21:29:59,", "2027-01-13T21:30:00,2027-01-14T08:00", "2027-01-13T23:59:59,2027-01-14T08:00",
            "2027-01-14T00:00:00,2027-01-14T08:00", "2027-01-14T07:59:59,2027-01-14T08:00", "2027-01-14T08:00:00,"})
    void theNightEndsAtEight(LocalDateTime now, LocalDateTime end) {
        assertThat(NIGHT.until(at(now, MEXICO), MEXICO))
                .isEqualTo(Optional.ofNullable(end).map(local -> at(local, MEXICO)));
    }

    @Test
    void hoursWithinADayAreThoseBetween() {
        var siesta = QuietHours.parse("14:00-16:00").orElseThrow();
        assertThat(siesta.until(at(LocalDateTime.of(2027, 1, 13, 15, 0), MEXICO), MEXICO))
                .contains(at(LocalDateTime.of(2027, 1, 13, 16, 0), MEXICO));
        assertThat(siesta.until(at(LocalDateTime.of(2027, 1, 13, 16, 0), MEXICO), MEXICO)).isEmpty();
        assertThat(siesta.until(at(LocalDateTime.of(2027, 1, 13, 3, 0), MEXICO), MEXICO)).isEmpty();
    }

    /** On 14 March 2027 clocks in Tijuana go from 2:00 to 3:00, on 7 November from 2:00 back to 1:00. */
    @Test
    void theNightsOfChangedClocksEndAtEightOnThem() {
        assertThat(NIGHT.until(Instant.parse("2027-03-14T06:00:00Z"), TIJUANA)).contains(Instant.parse("2027-03-14T15:00:00Z"));
        assertThat(NIGHT.until(Instant.parse("2027-11-07T05:00:00Z"), TIJUANA)).contains(Instant.parse("2027-11-07T16:00:00Z"));
        var early = QuietHours.parse("23:00-02:30").orElseThrow();
        assertThat(early.until(Instant.parse("2027-03-14T09:00:00Z"), TIJUANA)).as("2:30 does not come, 3:30 does")
                .contains(Instant.parse("2027-03-14T10:30:00Z"));
    }

    @Test
    void offMeansNever() {
        assertThat(QuietHours.parse("off")).isEmpty();
        assertThat(QuietHours.parse("08:00-08:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21:30", "21:30–08:00", "9:30-08:00", "24:00-08:00", "21:60-08:00", "OFF"})
    void whatIsNoHoursIsRefused(String written) {
        assertThatThrownBy(() -> QuietHours.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
