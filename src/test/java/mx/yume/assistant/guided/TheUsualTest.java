package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

/** Paty comes on Fridays at five to Beto; now it is Monday 25 January 2027. */
class TheUsualTest {

    private PlainYume yume;
    private Phone paty;

    @BeforeEach
    void patyCameTwice() {
        yume = PlainYume.fresh();
        paty = yume.phone("+525587654321");
        for (var day : List.of("el 15", "el 22")) {
            paty.says("corte de cabello " + day + " de enero a las 5 con beto, soy Paty");
            paty.says("sí");
        }
        yume.clock().tick(Duration.ofDays(12));
    }

    @Test
    void theUsualIsOfferedToWhoeverGreetsAndBookedAfterAYesToTheSummary() {
        assertThat(paty.says("hola").body()).isEqualTo(
                "¡Hola, Paty! ¿Lo de siempre: Corte de cabello con Beto, viernes 29 de enero, 5:00 p.m.?");
        assertThat(paty.last().titles()).containsExactly("Sí", "Otra hora", "Otro servicio");
        assertThat(paty.says("sí").body()).contains("Revisa tu cita", "Con Beto", "viernes 29 de enero, 5:00 p.m.", "Paty");
        assertThat(upcoming()).isZero();
        assertThat(paty.says("sí").body()).contains("quedó agendada");
        assertThat(upcoming()).isOne();
        assertThat(paty.says("hola").body()).doesNotContain("Lo de siempre");
    }

    @Test
    void itIsOfferedToWhoeverAsksForAnAppointmentAndSaysNothingElse() {
        assertThat(paty.says("quiero una cita").body()).startsWith("¿Lo de siempre: Corte de cabello con Beto, viernes 29");
        assertThat(paty.taps("Otra hora").options()).hasSizeGreaterThan(3);
        assertThat(paty.says("el sábado a las 12").body()).contains("Revisa tu cita", "sábado 30 de enero, 12:00 p.m.",
                "Con Beto");
    }

    @Test
    void whoeverWantsSomethingElseChoosesIt() {
        paty.says("quiero una cita");
        assertThat(paty.taps("Otro servicio").titles()).contains("Tinte", "Manicure");
        paty.says("ya no");
        paty.says("hola");
        assertThat(paty.says("no").titles()).contains("Tinte", "Manicure");
    }

    @Test
    void theUsualCanBeAskedForByItsName() {
        assertThat(paty.says("lo de siempre").body()).contains("Revisa tu cita", "Corte de cabello, $250",
                "viernes 29 de enero, 5:00 p.m.", "Con Beto");
        assertThat(paty.says("mejor el sábado a las 12").body()).contains("sábado 30 de enero, 12:00 p.m.", "Con Beto");
        paty.says("sí");
        assertThat(upcoming()).isOne();
        assertThat(paty.says("lo de siempre el jueves").body()).contains("Revisa tu cita", "jueves 28 de enero, 5:00 p.m.",
                "Con Beto");
    }

    @Test
    void anotherDayBesideTheOfferIsTheUsualThen() {
        paty.says("hola");
        assertThat(paty.says("sí pero el sábado a las 11").body()).contains("Revisa tu cita", "Corte de cabello",
                "sábado 30 de enero, 11:00 a.m.", "Con Beto");
    }

    @Test
    void whatIsTakenIsNotOffered() {
        var eva = yume.phone("+525512121212");
        eva.says("corte de cabello el 29 de enero a las 5 con beto, soy Eva");
        eva.says("sí");
        assertThat(paty.says("hola").body()).contains("¿Lo de siempre: Corte de cabello con Beto, viernes 29 de enero, ")
                .doesNotContain("5:00 p.m.");
    }

    @Test
    void whoeverHasNoHabitIsAskedAsEver() {
        var eva = yume.phone("+525512121212");
        assertThat(eva.says("lo de siempre").body()).contains("Todavía no sé qué es lo de siempre para ti.",
                "¿Qué servicio te gustaría?");
        assertThat(eva.says("quiero una cita").titles()).contains("Tinte");
    }

    private long upcoming() {
        return yume.superuser().count("select count(*) from appointment where starts_at > '2027-01-25'");
    }
}
