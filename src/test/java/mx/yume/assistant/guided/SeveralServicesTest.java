package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;

/** Visits of several services, by chat with the guided assistant. It is Wednesday 13 January 2027, ten in the morning. */
class SeveralServicesTest {

    private PlainYume yume;
    private Phone paty;

    @BeforeEach
    void freshSalon() {
        yume = PlainYume.fresh();
        paty = yume.phone("+525587654321");
    }

    @Test
    void twoServicesInOneMessageAreOneVisitAfterAYes() {
        paty.says("corte de cabello y manicure mañana a las 5 con Ana, soy Paty");
        assertThat(paty.last().body().lines()).contains("• jueves 14 de enero, 5:00 p.m.",
                "• 5:00 p.m. Corte de cabello con Ana, $250", "• 5:45 p.m. Manicure con Ana, $220", "• Total: $470");
        assertThat(visits()).isEmpty();
        assertThat(paty.says("sí").body()).contains("quedó agendada", "Total: $470");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Ana 470.00",
                "2027-01-14 17:45 Manicure Ana 470.00");
    }

    @Test
    void whoeverWasAskedForGivesWhatTheyCanAndSomebodyElseTheRest() {
        assertThat(paty.says("corte de cabello y manicure mañana a las 5 con beto, soy Paty").body()).contains("con Beto",
                "Manicure con Ana");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-14 17:00 Corte de cabello Beto 470.00",
                "2027-01-14 17:45 Manicure Ana 470.00");
    }

    @Test
    void changesOfMindKeepTheRest() {
        paty.says("corte de cabello mañana a las 5 con Ana, soy Paty");
        assertThat(paty.says("también manicure").body()).contains("Corte de cabello con Ana", "Manicure con Ana", "5:00 p.m.",
                "Total: $470");
        assertThat(paty.says("mejor a las 6").body()).contains("6:00 p.m. Corte de cabello", "6:45 p.m. Manicure");
        assertThat(paty.says("cambia el manicure por pedicure").body()).contains("6:45 p.m. Pedicure con Ana, $300");
        assertThat(paty.says("quita el corte").body()).contains("• Pedicure, $300", "6:00 p.m.", "Con Ana")
                .doesNotContain("Corte", "Total");
        paty.says("sí");
        assertThat(visits()).containsExactly("2027-01-14 18:00 Pedicure Ana 300.00");
    }

    @Test
    void whatIsUnclearIsAskedAndWhatIsCertainKept() {
        assertThat(paty.says("corte de cabello y uñas mañana a las 5, soy Paty").titles())
                .containsExactlyInAnyOrder("Manicure", "Pedicure", "Gelish");
        assertThat(paty.taps("Gelish").body()).contains("¿Con quién la prefieres?");
        assertThat(paty.taps("Cualquiera").body()).contains("5:00 p.m. Corte de cabello con ",
                "5:45 p.m. Gelish con Ana, $320");
        assertThat(paty.says("sí").body()).contains("quedó agendada");
        assertThat(visits()).hasSize(2);
    }

    @Test
    void whoeverIsShownIsWhoComesOrItIsAskedAgain() {
        paty.says("corte de cabello y manicure mañana a las 5, soy Paty");
        var shown = paty.taps("Cualquiera").body();
        var first = List.of("Lupita", "Ana", "Beto").stream().filter(name -> shown.contains("Corte de cabello con " + name))
                .findFirst().orElseThrow();
        var other = yume.phone("+525512121212");
        other.says("peinado mañana a las 5 con " + (first.equals("Beto") ? "beto" : first) + ", soy Eva");
        assertThat(other.says("sí").body()).contains("quedó agendada");
        assertThat(paty.says("sí").body()).contains("Revisa tu cita").doesNotContain("Corte de cabello con " + first);
        assertThat(paty.says("sí").body()).contains("quedó agendada");
    }

    @Test
    void moreThanAVisitHoldsIsSaid() {
        assertThat(paty.says("tinte, peinado, manicure, pedicure, gelish y barba el viernes").body())
                .contains("En una visita caben hasta 5 servicios.");
    }

    private List<String> visits() {
        return yume.superuser().rows("""
                select to_char(t.starts_at at time zone a.zone, 'YYYY-MM-DD HH24:MI'), s.name, m.name,
                       (a.price_centavos / 100.0)::numeric(9, 2)::text
                from appointment a join appointment_part t on t.appointment_id = a.id
                join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id
                order by t.starts_at""").stream().map(row -> String.join(" ", row)).toList();
    }
}
