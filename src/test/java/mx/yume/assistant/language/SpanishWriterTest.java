package mx.yume.assistant.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishWriterTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 1, 13);
    private static final ZonedDateTime FRIDAY = ZonedDateTime.of(2027, 1, 15, 15, 0, 0, 0, ZoneId.of("America/Mexico_City"));

    @Test
    void datesAndTimesReadAsMexicansWriteThem() {
        assertThat(SpanishWriter.dateTime(FRIDAY)).isEqualTo("viernes 15 de enero, 3:00 p.m.");
        assertThat(SpanishWriter.date(LocalDate.of(2027, 9, 4))).isEqualTo("sábado 4 de septiembre");
        assertThat(SpanishWriter.date(LocalDate.of(2027, 12, 1))).isEqualTo("miércoles 1 de diciembre");
    }

    @Test
    void whatIsWrittenDoesNotDependOnTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(SpanishWriter.dateTime(FRIDAY)).isEqualTo("viernes 15 de enero, 3:00 p.m.");
            assertThat(SpanishWriter.shortSlot(FRIDAY, TODAY)).isEqualTo("vie 15 ene, 3:00 p.m.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"00:00, 12:00 a.m.", "00:05, 12:05 a.m.", "09:30, 9:30 a.m.", "11:59, 11:59 a.m.", "12:00, 12:00 p.m.",
            "13:00, 1:00 p.m.",
            "23:45, 11:45 p.m."})
    void theClockHasTwelveHours(LocalTime time, String written) {
        assertThat(SpanishWriter.time(time)).isEqualTo(written);
    }

    @Test
    void theYearIsWrittenOnlyWhenTheDateCouldBeTakenForANearerOne() {
        assertThat(SpanishWriter.date(LocalDate.of(2027, 11, 12), TODAY)).isEqualTo("viernes 12 de noviembre");
        assertThat(SpanishWriter.date(LocalDate.of(2028, 1, 15), TODAY)).isEqualTo("sábado 15 de enero de 2028");
        assertThat(SpanishWriter.date(LocalDate.of(2026, 1, 15), TODAY)).isEqualTo("jueves 15 de enero de 2026");
    }

    @Test
    void todayAndTomorrowAreSaid() {
        assertThat(SpanishWriter.relative(TODAY, TODAY)).isEqualTo("hoy miércoles 13 de enero");
        assertThat(SpanishWriter.relative(TODAY.plusDays(1), TODAY)).isEqualTo("mañana jueves 14 de enero");
        assertThat(SpanishWriter.relative(TODAY.plusDays(2), TODAY)).isEqualTo("viernes 15 de enero");
        assertThat(SpanishWriter.relative(TODAY.minusDays(1), TODAY)).isEqualTo("martes 12 de enero");
        assertThat(SpanishWriter.relative(FRIDAY, FRIDAY.toLocalDate())).isEqualTo("hoy viernes 15 de enero, 3:00 p.m.");
    }

    @Test
    void rowsAndButtonsFitTheChannel() {
        assertThat(SpanishWriter.shortSlot(FRIDAY, TODAY)).isEqualTo("vie 15 ene, 3:00 p.m.");
        assertThat(SpanishWriter.shortSlot(FRIDAY, FRIDAY.toLocalDate())).isEqualTo("hoy, 3:00 p.m.");
        assertThat(SpanishWriter.time20(FRIDAY, TODAY)).isEqualTo("vie 15, 3:00 p.m.");
        assertThat(SpanishWriter.time20(FRIDAY, FRIDAY.toLocalDate().minusDays(1))).isEqualTo("mañana, 3:00 p.m.");
        for (int day = 0; day < 366; day++) {
            ZonedDateTime moment = FRIDAY.plusDays(day).withHour(12).withMinute(45);
            assertThat(SpanishWriter.shortSlot(moment, TODAY)).hasSizeLessThanOrEqualTo(24);
            assertThat(SpanishWriter.time20(moment, TODAY)).hasSizeLessThanOrEqualTo(20);
            assertThat(SpanishWriter.time20(moment, moment.toLocalDate().minusDays(1))).hasSizeLessThanOrEqualTo(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"PT45M, 45 min", "PT60M, 1 h", "PT90M, 1 h 30 min", "PT0M, 0 min", "PT25H, 25 h"})
    void durationsAreShort(Duration duration, String written) {
        assertThat(SpanishWriter.duration(duration)).isEqualTo(written);
    }

    @Test
    void listsEndInTheConjunctionThatSpanishWants() {
        assertThat(SpanishWriter.list(List.of())).isEmpty();
        assertThat(SpanishWriter.list(List.of("Ana"))).isEqualTo("Ana");
        assertThat(SpanishWriter.list(List.of("Ana", "Beto"))).isEqualTo("Ana y Beto");
        assertThat(SpanishWriter.list(List.of("Corte", "Barba", "Tinte"))).isEqualTo("Corte, Barba y Tinte");
        assertThat(SpanishWriter.list(List.of("Ana", "Irma"))).isEqualTo("Ana e Irma");
        assertThat(SpanishWriter.list(List.of("Ana", "Íñigo"))).isEqualTo("Ana e Íñigo");
        assertThat(SpanishWriter.list(List.of("Corte", "Hidratación"))).isEqualTo("Corte e Hidratación");
        assertThat(SpanishWriter.list(List.of("agua", "hielo"))).isEqualTo("agua y hielo");
        assertThat(SpanishWriter.list(List.of("Ana", "Ian"))).isEqualTo("Ana y Ian");
        assertThat(SpanishWriter.alternatives(List.of("Ana", "Beto", "Olga"))).isEqualTo("Ana, Beto u Olga");
        assertThat(SpanishWriter.alternatives(List.of("Ana", "Hortensia"))).isEqualTo("Ana u Hortensia");
        assertThat(SpanishWriter.alternatives(List.of("Ana", "Beto"))).isEqualTo("Ana o Beto");
    }
}
