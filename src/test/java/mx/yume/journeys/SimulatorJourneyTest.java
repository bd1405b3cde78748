package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.testing.SalonLupita;

/** The same pipeline through the simulator, where there are buttons and lists. */
@QuarkusTest
class SimulatorJourneyTest {

    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;

    private Chat paty;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        paty = Chat.withSalon(yume, new SimulatorDoor(), PATY);
    }

    @Test
    void aNewCustomerBooksByTapsInAtMostSixMessages() {
        paty.says("hola");
        paty.taps("Pedicure");
        paty.taps(paty.last().options().getFirst().title());
        paty.says("Paty López");
        paty.taps("Sí");
        assertThat(paty.messagesSaid()).isLessThanOrEqualTo(6);
        assertThat(yume.rows(
                """
                        select s.name, a.customer_name, a.status, a.origin from appointment a
                        join appointment_part t on t.appointment_id = a.id join service s on s.id = t.service_id"""))
                .containsExactly(List.of("Pedicure", "Paty López", "confirmed", "simulator"));
    }

    @Test
    void whatIsSimulatedNeverReachesAProvider() {
        Chat.withSalon(yume, new SimulatorDoor(), SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        Chat.withSalon(yume, new TwilioDoor(), SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.says("sí");
        assertThat(yume.rows("select distinct origin, channel from outbox where turn_id is null"))
                .as("Lupita's notice and Beto's").containsExactly(List.of("simulator", "simulator"));
        assertThat(yume.count("select count(*) from outbox where origin = 'simulator' and channel <> 'simulator'")).isZero();
        assertThat(yume.count("select count(*) from conversation")).as("Lupita's two, Paty's, and the one begun for Beto")
                .isEqualTo(4);
    }

    @Test
    void aTapTwiceBooksOnce() {
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        var yes = paty.last();
        paty.taps("Sí");
        new SimulatorDoor().deliver(PATY, SalonLupita.NUMBER, "", "Sí", java.util.Optional.of(yes.option("Sí").id()));
        paty.hears();
        assertThat(yume.count("select count(*) from appointment")).isEqualTo(1);
    }

    @Test
    void anAppointmentIsMovedAndCancelledByTaps() {
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.taps("Sí");
        paty.says("quiero mover mi cita al viernes a las 12");
        assertThat(visits()).as("not without a yes").containsExactly(List.of("2027-01-14 17:00:00", "confirmed", "simulator"));
        assertThat(paty.taps("Sí").body()).contains("viernes 15 de enero", "12:00 p.m.");
        assertThat(visits()).containsExactly(List.of("2027-01-15 12:00:00", "confirmed", "simulator"));
        paty.says("ya no voy a poder, cancela mi cita");
        assertThat(visits()).as("not without a yes").containsExactly(List.of("2027-01-15 12:00:00", "confirmed", "simulator"));
        assertThat(paty.taps("Sí").body()).containsIgnoringCase("cancel");
        assertThat(visits()).containsExactly(List.of("2027-01-15 12:00:00", "cancelled", "simulator"));
        assertThat(yume.count("select count(*) from reservation")).isZero();
    }

    private List<List<String>> visits() {
        return yume.rows("select local_start, status, origin from appointment");
    }
}
