package mx.yume.assistant.staff.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class BusinessStatsTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Phone lupita = yume.phone("+525510000001");

    @Test
    void whatHappenedIsCountedAndWhatIsAheadIsNotSoldYet() {
        var paty = yume.phone("+525511110001");
        paty.says("barba con Beto mañana a las 5, soy Paty López");
        paty.says("sí");
        var raul = yume.phone("+525511110002");
        raul.says("corte con Beto el viernes a las 12, soy Raúl Díaz");
        raul.says("sí");
        assertThat(lupita.says("¿cómo voy este mes?").body()).contains("Del viernes 1 de enero al domingo 31 de enero",
                "Ventas: $0 en 0 citas", "Por venir: 2", "Clientes nuevos: 2");
        yume.clock().tick(Duration.ofDays(1).plusHours(12));
        assertThat(lupita.says("y cuánto vendimos hoy").body()).contains("Ventas: $150 en 1 cita");
        assertThat(lupita.says("reporte de ventas de diciembre").body()).endsWith("no hay citas.");
    }

    @Test
    void staffDoNotSeeIt() {
        assertThat(yume.phone("+525510000003").says("¿cómo vamos este mes?").body()).contains("no lo puedes hacer");
        assertThat(yume.phone(SalonLupita.ANAS_PHONE.e164()).says("¿cómo vamos este mes?").body()).contains("no hay citas");
    }

    @ParameterizedTest
    @CsvSource({"como voy hoy, 2027-01-13, 2027-01-13", "cuanto vendi ayer, 2027-01-12, 2027-01-12",
            "como nos fue la semana pasada, 2027-01-04, 2027-01-10", "como vamos esta semana, 2027-01-11, 2027-01-17",
            "ventas del mes pasado, 2026-12-01, 2026-12-31", "ingresos de noviembre, 2026-11-01, 2026-11-30",
            "cuanto llevamos este año, 2027-01-01, 2027-12-31"})
    void periodsAreThoseOfTheCalendar(String words, LocalDate from, LocalDate to) {
        assertThat(Period.in(words, LocalDate.of(2027, 1, 13))).hasValue(new Period(from, to));
    }
}
