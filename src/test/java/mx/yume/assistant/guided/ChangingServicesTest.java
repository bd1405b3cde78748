package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

/** Other services, other people and other times for a visit, by chat. Paty has a haircut with Beto on Thursday at five. */
class ChangingServicesTest {

    private PlainYume yume;
    private Phone paty;

    @BeforeEach
    void patyHasAVisit() {
        yume = PlainYume.fresh();
        paty = yume.phone("+525587654321");
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        paty.taps("Sí");
    }

    @Test
    void anotherServiceAtTheSameTimeIsShownWithItsPriceAndMadeAfterAYes() {
        assertThat(paty.says("cambia mi cita a corte y barba").body()).contains("¿Cambio tu cita?",
                "Antes: Corte de cabello con Beto, jueves 14 de enero, 5:00 p.m., $250",
                "Ahora: Corte y barba con Beto, jueves 14 de enero, 5:00 p.m., $350");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Beto 250.00");
        assertThat(paty.says("sí").body()).contains("Cambié tu cita", "Ahora: Corte y barba con Beto");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte y barba Beto 350.00");
        assertThat(flows()).containsExactly("BOOKING CONFIRMED", "MODIFY CONFIRMED");
    }

    @Test
    void anotherPersonAtTheSameTime() {
        assertThat(paty.says("quiero cambiar mi cita con Ana").body()).contains("Ahora: Corte de cabello con Ana", "5:00 p.m.");
        assertThat(paty.says("sí").body()).contains("Cambié tu cita");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Ana 250.00");
    }

    @Test
    void dayAndPersonInOneMessageOfferTheTimesOfThatPerson() {
        paty.says("mueve mi cita al viernes con Ana");
        assertThat(paty.last().options()).isNotEmpty();
        assertThat(paty.says("a las 12").body()).contains("Ahora: Corte de cabello con Ana, viernes 15 de enero, 12:00 p.m.");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-15 12:00 Corte de cabello Ana 250.00");
    }

    @Test
    void oneMoreServiceFollowsTheOneThatIsThere() {
        assertThat(paty.says("agrega manicure a mi cita").body()).contains("5:00 p.m. Corte de cabello con Beto, $250",
                "5:45 p.m. Manicure con Ana, $220", "$470");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Beto 470.00",
                "2027-01-14 17:45 Manicure Ana 470.00");
        assertThat(paty.says("quita el corte de mi cita").body()).contains("Ahora: Manicure con Ana", "$220");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Manicure Ana 220.00");
    }

    @Test
    void changesOfMindInsideTheChangeKeepTheRest() {
        paty.says("cambia mi cita a corte y barba");
        assertThat(paty.says("mejor el viernes a las 6").body())
                .contains("Ahora: Corte y barba con Beto, viernes 15 de enero, 6:00");
        assertThat(paty.says("mejor con Ana").body()).contains("Ahora: Corte y barba con Ana, viernes 15 de enero, 6:00");
        assertThat(paty.says("mejor un tinte").body()).contains("Tinte con Ana, viernes 15 de enero, 6:00 p.m., $900");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-15 18:00 Tinte Ana 900.00");
    }

    @Test
    void whatIsNotSaidIsAsked() {
        paty.says("quiero cambiar el servicio de mi cita");
        assertThat(paty.last().titles()).contains("Corte y barba", "Tinte").doesNotContain("Corte de cabello");
        assertThat(flows()).contains("MODIFY COLLECTING_NEW_SERVICE");
        assertThat(paty.taps("Corte y barba").body()).contains("Ahora: Corte y barba con Beto");
        paty.taps("Cambiar");
        assertThat(paty.last().titles()).containsExactly("Día u hora", "Servicio", "Con quién");
        assertThat(flows()).contains("MODIFY SELECTING_MODIFICATION");
        assertThat(paty.taps("Con quién").titles()).containsExactly("Lupita", "Ana", "Cualquiera");
        assertThat(flows()).contains("MODIFY COLLECTING_NEW_STAFF");
        assertThat(paty.taps("Lupita").body()).contains("Ahora: Corte y barba con Lupita");
        assertThat(paty.says("no").titles()).containsExactly("Día u hora", "Servicio", "Con quién");
        assertThat(paty.taps("Día u hora").options()).hasSizeGreaterThan(3);
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Beto 250.00");
    }

    @Test
    void whoeverDoesNotGiveItIsSaid() {
        assertThat(paty.says("cambia mi cita a manicure con beto").body()).contains("Beto no hace Manicure");
        assertThat(paty.says("con Ana").body()).contains("Ahora: Manicure con Ana, jueves 14 de enero, 5:00 p.m.");
    }

    @Test
    void aPriceThatChangedSinceIsShownAgain() {
        paty.says("cambia mi cita a corte y barba");
        yume.superuser().execute("update service set price_centavos = 40000 where name = 'Corte y barba'");
        assertThat(paty.says("sí").body()).contains("¿Cambio tu cita?", "$400");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Beto 250.00");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte y barba Beto 400.00");
    }

    @Test
    void whichOfSeveralIsToldByItsServiceAndTheNewOneByWhatItBecomes() {
        paty.says("manicure el viernes a las 12");
        paty.says("sí");
        assertThat(paty.says("cambia mi corte a barba").body()).contains("Antes: Corte de cabello con Beto",
                "Ahora: Barba con Beto");
        paty.says("ya no");
        assertThat(paty.says("cambia el manicure por pedicure").body()).contains("Antes: Manicure con Ana",
                "Ahora: Pedicure con Ana, viernes 15 de enero, 12:00 p.m.");
    }

    @Test
    void aTimeInsideTheVisitItselfIsOffered() {
        yume.phone("+525512121212").says("corte de cabello mañana a las 5:45 con beto, soy Eva");
        var slots = paty.says("mueve mi cita a mañana a las 4:30").body();
        assertThat(slots).contains("A jueves 14 de enero, 4:30 p.m.");
    }

    private List<String> visits() {
        return yume.superuser().rows("""
                select to_char(t.starts_at at time zone a.zone, 'YYYY-MM-DD HH24:MI'), s.name, m.name,
                       (a.price_centavos / 100.0)::numeric(9, 2)::text
                from appointment a join appointment_part t on t.appointment_id = a.id
                join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id
                order by t.starts_at""").stream().map(row -> String.join(" ", row)).toList();
    }

    private List<String> flows() {
        return yume.superuser().rows("select kind, state from flow order by started_at, id").stream()
                .map(row -> String.join(" ", row)).toList();
    }
}
