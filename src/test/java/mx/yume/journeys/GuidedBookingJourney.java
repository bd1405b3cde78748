package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.SalonLupita;

/** A customer books, sees, moves and cancels with the guided assistant, from the signed webhook into the outbox, by any provider. */
abstract class GuidedBookingJourney {

    private static final String PATY = "+525511112222";

    @Inject
    Yume yume;
    private Chat paty;

    abstract Door door();

    /** The provider has a bad moment. */
    abstract void breakNextSend();

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        paty = Chat.withSalon(yume, door(), PATY);
    }

    @Test
    void aNewCustomerBooksByNumbersInAtMostSixMessages() {
        paty.says("hola");
        pick("Manicure");
        paty.says("mañana a las 5");
        paty.says("Paty López");
        var done = paty.says("sí");
        assertThat(paty.messagesSaid()).isLessThanOrEqualTo(6);
        assertThat(done.body()).contains("jueves 14 de enero", "5:00 p.m.");
        assertThat(appointments())
                .containsExactly(List.of("2027-01-14 17:00:00", "Manicure", "Ana", "Paty López", "confirmed"));
    }

    @Test
    void aNewCustomerBooksInOneSentenceAndThenSaysYes() {
        paty.says("hola quiero un corte mañana a las 5 con beto, soy Paty López");
        var done = paty.says("sip");
        assertThat(done.body()).contains("jueves 14 de enero", "5:00 p.m.", "Beto");
        assertThat(appointments())
                .containsExactly(List.of("2027-01-14 17:00:00", "Corte de cabello", "Beto", "Paty López", "confirmed"));
    }

    @Test
    void theNextTimeTheNameIsKnown() {
        book();
        var summary = paty.says("quiero barba el viernes a las 11");
        assertThat(summary.body()).contains("viernes 15 de enero", "11:00 a.m.");
        paty.says("va");
        assertThat(appointments()).hasSize(2).allSatisfy(row -> assertThat(row.get(3)).isEqualTo("Paty López"));
    }

    @Test
    void nothingIsBookedWithoutAYes() {
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.says("¿cuánto cuesta?");
        paty.says("no gracias");
        assertThat(appointments()).isEmpty();
        assertThat(yume.count("select count(*) from reservation")).isZero();
    }

    @Test
    void aYesToASummaryThatHasNotLeftYetBooksNothing() {
        breakNextSend();
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.says("sí");
        assertThat(appointments()).isEmpty();
        paty.says("sí");
        assertThat(appointments()).hasSize(1);
    }

    @Test
    void aChangeOfMindIsNeverAYesToTheOldSummary() {
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.says("sí pero mejor a las 6");
        assertThat(appointments()).isEmpty();
        paty.says("sí");
        assertThat(appointments()).extracting(List::getFirst).containsExactly("2027-01-14 18:00:00");
    }

    @Test
    void anAppointmentIsSeenMovedAndCancelled() {
        book();
        assertThat(paty.says("mis citas").body()).contains("jueves 14 de enero", "5:00 p.m.", "Corte de cabello");
        paty.says("quiero mover mi cita al viernes a las 12");
        assertThat(paty.says("sí").body()).contains("viernes 15 de enero", "12:00 p.m.");
        assertThat(appointments()).extracting(row -> row.get(0) + " " + row.get(4))
                .containsExactly("2027-01-15 12:00:00 confirmed");
        paty.says("ya no voy a poder, cancela mi cita");
        assertThat(appointments()).as("not without a yes").extracting(row -> row.get(4)).containsExactly("confirmed");
        assertThat(paty.says("sí").body()).containsIgnoringCase("cancel");
        assertThat(appointments()).extracting(row -> row.get(4)).containsExactly("cancelled");
        assertThat(yume.count("select count(*) from reservation")).isZero();
    }

    @Test
    void aTimeThatWasTakenMeanwhileComesBackWithThreeFreeOnes() {
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        var tono = Chat.withSalon(yume, door(), "+525511113333");
        tono.says("quiero un corte mañana a las 5 con beto, soy Toño Ruiz");
        tono.says("sí");
        var heard = paty.says("sí");
        assertThat(appointments()).hasSize(1).allSatisfy(row -> assertThat(row.get(3)).isEqualTo("Toño Ruiz"));
        assertThat(heard.options()).hasSizeGreaterThanOrEqualTo(3);
        paty.says("1");
        paty.says("sí");
        assertThat(appointments()).hasSize(2);
        assertThat(overlaps()).isZero();
    }

    @Test
    void theClosedDaySaysSo() {
        assertThat(paty.says("quiero un corte el domingo a las 5").body()).contains("domingo");
        assertThat(yume.count("select count(*) from appointment")).isZero();
    }

    @Test
    void ownersAndTheStaffMemberAreToldWhileTheirWindowIsOpen() {
        Chat.withSalon(yume, door(), SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        Chat.withSalon(yume, door(), SalonLupita.ANAS_PHONE.e164()).says("hola");
        book();
        var notices = yume
                .rows("select person_address, content ->> 'body' from outbox where turn_id is null order by sequence");
        assertThat(notices).as("Lupita owns it; Beto never wrote; Ana is not concerned").hasSize(1);
        assertThat(notices.getFirst().getFirst()).endsWith("5510000001");
        assertThat(notices.getFirst().getLast()).contains("Nueva cita", "Paty López, +525511112222",
                "Corte de cabello con Beto",
                "$250", "jueves 14 de enero, 5:00 p.m.");
        paty.says("quiero mover mi cita al viernes a las 12");
        paty.says("sí");
        paty.says("cancela mi cita");
        paty.says("sí");
        assertThat(yume.rows("select content ->> 'body' from outbox where turn_id is null order by sequence").stream()
                .map(List::getFirst).skip(1)).satisfiesExactly(
                        moved -> assertThat(moved).contains("movida", "Antes: jueves 14 de enero, 5:00 p.m.",
                                "Ahora: viernes 15 de enero, 12:00 p.m."),
                        cancelled -> assertThat(cancelled).contains("cancelada", "Era: viernes 15 de enero, 12:00 p.m."));
    }

    @Test
    void outsideTheirWindowNobodyIsWrittenTo() {
        Chat.withSalon(yume, door(), SalonLupita.LUPITAS_PHONE.e164()).says("hola");
        yume.tick(Duration.ofHours(25));
        paty.says("quiero un corte el viernes a las 5 con beto, soy Paty López");
        paty.says("sí");
        assertThat(appointments()).hasSize(1);
        assertThat(yume.count("select count(*) from outbox where turn_id is null")).isZero();
        assertThat(yume.count("select count(*) from job")).isZero();
    }

    private void book() {
        paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        paty.says("sí");
        assertThat(appointments()).hasSize(1);
    }

    /** Answers with the number of the option with this title, as a channel without lists has it. */
    private void pick(String title) {
        var options = paty.last().options();
        paty.says(Integer.toString(options.indexOf(paty.last().option(title)) + 1));
    }

    private List<List<String>> appointments() {
        return yume.rows("""
                select a.local_start, s.name, m.name, a.customer_name, a.status from appointment a
                join appointment_part t on t.appointment_id = a.id
                join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id order by a.created_at, a.id
                """);
    }

    private long overlaps() {
        return yume.count("""
                select count(*) from reservation a join reservation b
                on a.resource_id = b.resource_id and a.id < b.id and a.during && b.during
                """);
    }
}
