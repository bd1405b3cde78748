package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;

/** From the first "hola" of somebody with a barbershop to a customer's booking at its own number, over HTTP. */
@QuarkusTest
class FoundingJourneyTest {

    private static final String TONiO = "+526641234567";
    private static final String BRUNO = "+526647654321";
    private static final String PATY = "+526649998877";
    private static final String NEW_NUMBER = "+525500001000";

    @Inject
    Yume yume;

    private Chat tonio;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        tonio = new Chat(yume, new SimulatorDoor(), TONiO, SalonLupita.CENTRAL_NUMBER);
    }

    @Test
    void aBarbershopIsFoundedJoinedAndBookedAt() {
        tonio.says("hola");
        tonio.says("Barbería Don Toño, en Tijuana, soy Toño Ruiz");
        tonio.says("corte 30 min $150, barba 20 min $100");
        tonio.says("lunes a sábado de 9 a 7");
        assertThat(tonio.says("Bruno 664 765 4321").body()).contains("Bruno", "hora de Tijuana", "¿Lo registro así?");
        assertThat(tonio.taps("Sí, registrarlo").body()).contains("ya está registrado");
        assertThat(tonio.messagesSaid()).as("messages of the owner").isLessThanOrEqualTo(8);
        assertThat(yume.rows("select address from business_number where provider = 'simulator'"))
                .containsExactly(List.of(NEW_NUMBER));

        var bruno = new Chat(yume, new SimulatorDoor(), BRUNO, NEW_NUMBER);
        bruno.says("hola");
        bruno.taps("Sí, así me llamo");
        bruno.taps("Sí, ese es");
        assertThat(bruno.taps("Entendido").body()).contains("¡Listo, Bruno!");

        var paty = new Chat(yume, new SimulatorDoor(), PATY, NEW_NUMBER);
        paty.says("hola, quiero un corte mañana a las 5 con Bruno");
        paty.says("Paty López");
        paty.taps("Sí");
        assertThat(yume.rows("select customer_name, local_start, zone, status from appointment"))
                .containsExactly(List.of("Paty López", "2027-01-14 17:00:00", "America/Tijuana", "confirmed"));
        assertThat(yume.rows("""
                select o.name from appointment a join organization o on o.organization_id = a.organization_id"""))
                .containsExactly(List.of("Barbería Don Toño"));
    }
}
