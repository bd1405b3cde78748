package mx.yume.assistant.guided;

import static mx.yume.scheduling.Counter.at;
import static mx.yume.scheduling.Counter.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.BookingOutcome;
import mx.yume.scheduling.BookingRequest;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

/** A day is full: whoever wants is told when something of it is free, and has it by a tap. */
class WaitingByChatTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Phone paty = yume.phone("+525511112222");
    private final Phone diego = yume.phone("+525511113333");

    @BeforeEach
    void allOfBetosThursdayIsTaken() {
        for (var start = at(1, 10, 0); start.isBefore(at(1, 13, 0)); start = start.plusMinutes(30)) {
            shave(start);
        }
        for (var start = at(1, 14, 0); start.isBefore(at(1, 19, 30)); start = start.plusMinutes(30)) {
            shave(start);
        }
        diego.says("quiero una barba mañana a las 7:30 de la noche, soy Diego");
        diego.says("sí");
        assertThat(count("select count(*) from appointment")).isEqualTo(18);
        paty.says("hola, soy Paty López");
    }

    @Test
    void aTapBesideTheAlternativesIsEnough() {
        assertThat(paty.says("quiero una barba mañana").body()).contains("¿O te aviso si se libera algo?");
        var joined = paty.taps("Avísame si se libera");
        assertThat(joined.body()).contains("Listo, estás en la lista de espera:", "Barba, jueves 14 de enero",
                "Si prefieres otra hora");
        assertThat(joined.titles()).containsExactly("Salir de la lista");
        assertThat(entries()).containsExactly(List.of("waiting", "Paty López"));
        assertThat(flows("BOOKING")).last().isEqualTo(List.of("COLLECTING_DATETIME"));
    }

    @Test
    void aFreedTimeIsBookedByATap() {
        waits();
        freed();
        assertThat(paty.notices()).singleElement()
                .satisfies(notice -> assertThat(notice.body()).contains("¡Se liberó un lugar!", "7:30 p.m., con Beto"));
        assertThat(paty.taps("Sí, lo quiero").body()).contains("Barba", "7:30 p.m.", "Beto");
        assertThat(entries()).containsExactly(List.of("booked", "Paty López"));
        assertThat(count("select count(*) from appointment where customer_name = 'Paty López' and status = 'confirmed'"))
                .isOne();
        assertThat(paty.taps("Sí, lo quiero").body()).isEqualTo("Ese lugar ya quedó agendado.");
    }

    @Test
    void aYesInWordsDoesAsWell() {
        waits();
        freed();
        assertThat(paty.says("sí porfa").body()).contains("7:30 p.m.");
        assertThat(entries()).containsExactly(List.of("booked", "Paty López"));
    }

    @Test
    void aNoGoesToTheNextAndKeepsThePlace() {
        waits();
        freed();
        assertThat(paty.says("no").body()).contains("Sigues en la lista");
        assertThat(entries()).containsExactly(List.of("waiting", "Paty López"));
        assertThat(count("select count(*) from reservation where offer_id is not null")).isZero();
    }

    @Test
    void tooLateIsToldAndBooksNothing() {
        waits();
        freed();
        yume.clock().tick(Duration.ofMinutes(16));
        assertThat(paty.taps("Sí, lo quiero").body())
                .isEqualTo("Ese lugar ya no está apartado para ti. Sigues en la lista de espera.");
        assertThat(count("select count(*) from appointment where customer_name = 'Paty López'")).isZero();
    }

    @Test
    void itIsAskedForInWordsFromNothing() {
        assertThat(paty.says("avísame si se libera algo el viernes").body()).contains("servicio");
        assertThat(paty.taps("Barba").body()).contains("Te pongo en la lista de espera:", "Barba, viernes 15 de enero", "¿Va?");
        assertThat(entries()).isEmpty();
        assertThat(paty.says("sí").body()).contains("Listo, estás en la lista de espera");
        assertThat(entries()).as("what is free already is offered at once").containsExactly(List.of("offered", "Paty López"));
        assertThat(flows("WAITLIST")).containsExactly(List.of("CONFIRMED"));
    }

    @Test
    void theDayIsAskedForAndMayBeChangedBeforeTheYes() {
        assertThat(paty.says("ponme en lista de espera para barba").body()).contains("¿Para qué día");
        assertThat(paty.says("el viernes en la tarde").body()).contains("viernes 15 de enero, entre");
        assertThat(paty.says("mejor el sábado").body()).contains("sábado 16 de enero");
        assertThat(paty.taps("Sí, avísame").body()).contains("sábado 16 de enero");
        assertThat(entries()).hasSize(1);
    }

    @Test
    void whoeverNobodyKnowsIsAskedForAName() {
        var mari = yume.phone("+525511119999");
        mari.says("hola");
        mari.says("avísame si se libera una barba mañana");
        assertThat(mari.last().body()).contains("¿A nombre de quién");
        assertThat(mari.says("Mari Ruiz").body()).contains("¿Va?");
        assertThat(mari.says("va").body()).contains("Listo, estás en la lista");
        assertThat(entries()).containsExactly(List.of("waiting", "Mari Ruiz"));
    }

    @Test
    void whoeverWaitsIsToldForWhatAndLeavesInWords() {
        assertThat(paty.says("¿sigo en la lista?").body()).isEqualTo("No estás en ninguna lista de espera.");
        waits();
        assertThat(paty.says("¿sigo en la lista?").body()).contains("Estás en la lista de espera:",
                "Barba, jueves 14 de enero");
        assertThat(paty.says("quítame de la lista").body()).contains("ya no estás en la lista de espera");
        assertThat(entries()).containsExactly(List.of("left", "Paty López"));
        assertThat(paty.says("quítame de la lista").body()).isEqualTo("No estás en ninguna lista de espera.");
    }

    @Test
    void somebodyElsesTimeIsNobodyElsesToAnswer() {
        waits();
        freed();
        assertThat(diego.taps(paty.offered("Sí, lo quiero")).body()).isEqualTo("No encontré ese lugar apartado.");
        assertThat(diego.taps(paty.offered("No, gracias")).body()).isEqualTo("No encontré ese lugar apartado.");
        assertThat(entries()).containsExactly(List.of("offered", "Paty López"));
    }

    @Test
    void anIdThatIsNobodysLeavesNothing() {
        assertThat(paty.taps(new Option("leave:00000000-0000-0000-0000-000000000001", "x"))
                .body()).isEqualTo("No encontré esa lista de espera.");
    }

    @Test
    void whoeverChangesTheirMindBeforeTheYesIsNotOnIt() {
        paty.says("avísame si se libera una barba mañana");
        assertThat(paty.says("mejor no").body()).contains("no te anoté");
        assertThat(entries()).isEmpty();
    }

    @Test
    void whatCannotBeWaitedForIsSaid() {
        assertThat(paty.says("avísame si se libera una barba el domingo").body()).contains("¿Va?");
        assertThat(paty.says("sí").body()).contains("nunca hay lugar");
        assertThat(entries()).isEmpty();
    }

    private void waits() {
        paty.says("quiero una barba mañana");
        paty.taps("Avísame si se libera");
        paty.says("olvídalo");
    }

    private void freed() {
        diego.says("cancela mi cita");
        diego.says("sí");
    }

    private void shave(ZonedDateTime start) {
        var somebody = yume.named(SalonLupita.ID, "Mario");
        assertThat(await(yume.the(Agenda.class).book(SalonLupita.business(),
                BookingRequest.online(SalonLupita.LOCATION, somebody,
                        "Mario", SalonLupita.BARBA, start, Optional.of(SalonLupita.BETO)),
                "simulator", Alongside.nothing())))
                .isInstanceOf(BookingOutcome.Booked.class);
    }

    private List<List<String>> entries() {
        return yume.superuser().rows("select status, customer_name from waitlist_entry");
    }

    private List<List<String>> flows(String kind) {
        return yume.superuser().rows("select state from flow where kind = '" + kind + "' order by started_at");
    }

    private long count(String sql) {
        return yume.superuser().count(sql);
    }
}
