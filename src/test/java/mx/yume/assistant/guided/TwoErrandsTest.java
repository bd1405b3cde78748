package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.tools.Turns;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

/** Two things asked for in one message: the first is done to its end, then the second is taken up by itself. */
class TwoErrandsTest {

    private PlainYume yume;
    private Phone paty;

    @BeforeEach
    void freshSalon() {
        yume = PlainYume.fresh();
        paty = yume.phone("+525587654321");
    }

    @Test
    void twoBookingsAreMadeOneAfterTheOther() {
        assertThat(paty.says("corte de cabello con beto mañana a las 5 y otro el viernes a las 6, soy Paty").body())
                .contains("primero esto", "Revisa tu cita", "jueves 14 de enero, 5:00 p.m.");
        assertThat(paty.says("sí").body()).contains("quedó agendada", "Ahora lo otro que me pediste",
                "viernes 15 de enero, 6:00");
        assertThat(flows()).first().isEqualTo("BOOKING CONFIRMED");
        paty.taps("Cualquiera");
        assertThat(paty.says("sí").body()).contains("quedó agendada");
        assertThat(flows()).containsExactly("BOOKING CONFIRMED", "BOOKING CONFIRMED");
        assertThat(yume.superuser().count("select count(*) from appointment")).isEqualTo(2);
    }

    @Test
    void aCancellationIsDoneBeforeTheBooking() {
        paty.says("corte de cabello con beto mañana a las 5, soy Paty");
        paty.says("sí");
        assertThat(paty.says("cancela la del jueves y agéndame un tinte con Ana el viernes a las 11").body())
                .contains("primero esto", "¿Cancelo tu cita?").doesNotContain("Tinte");
        assertThat(paty.says("sí").body()).contains("cancelé tu cita", "Ahora lo otro", "Revisa tu cita", "Tinte, $900",
                "viernes 15 de enero, 11:00 a.m.");
        assertThat(paty.says("sí").body()).contains("quedó agendada");
        assertThat(flows()).containsExactly("BOOKING CONFIRMED", "CANCEL CANCELLED", "BOOKING CONFIRMED");
    }

    @Test
    void whatHasNothingToDoIsPassedOver() {
        assertThat(paty.says("cancela mi cita y agéndame un tinte con Ana el viernes a las 11, soy Paty").body())
                .contains("No tienes citas próximas", "Ahora lo otro", "Revisa tu cita", "Tinte");
    }

    @Test
    void whoeverDropsTheFirstHearsNoMoreOfTheSecond() {
        paty.says("corte de cabello con beto mañana a las 5 y otro el viernes a las 6, soy Paty");
        assertThat(paty.says("ya no").body()).contains("no agendé nada").doesNotContain("Ahora lo otro");
    }

    @ParameterizedTest
    @ValueSource(strings = {"corte y manicure mañana a las 5", "un corte mañana a las 5 y me urge", "corte y barba el viernes",
            "quiero una cita mañana y soy Paty", "mueve mi cita al viernes y con Ana", "un corte mañana, por favor",
            "cancela mi cita y gracias", "quiero un corte el viernes o el sábado", "hola, quiero una cita"})
    void oneThingInManyWordsIsOne(String text) {
        assertThat(TwoErrands.in(Turns.turn().says(text))).isEmpty();
    }

    @Test
    void theSecondKeepsItsOwnServiceAndTakesTheFirstOnesOtherwise() {
        assertThat(TwoErrands.in(Turns.turn().says("un tinte mañana a las 5 y otro el viernes")))
                .isEqualTo(Optional.of(new TwoErrands("un tinte mañana a las 5", "Tinte el viernes")));
        assertThat(TwoErrands.in(Turns.turn().says("un tinte mañana a las 5 y manicure el viernes a las 3")))
                .isEqualTo(Optional.of(new TwoErrands("un tinte mañana a las 5", "manicure el viernes a las 3")));
        assertThat(TwoErrands.in(Turns.turn().says("una cita mañana a las 5 y otra el viernes")))
                .isEqualTo(Optional.of(new TwoErrands("una cita mañana a las 5", "una cita el viernes")));
        assertThat(TwoErrands.in(Turns.turn().taps("menu:book"))).isEmpty();
    }

    private List<String> flows() {
        return yume.superuser().rows("select kind, state from flow order by started_at, id").stream()
                .map(row -> String.join(" ", row)).toList();
    }
}
