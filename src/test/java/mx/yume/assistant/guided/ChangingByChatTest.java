package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.OutboundContent.Option;

/** Seeing, moving and cancelling appointments with the guided assistant. Paty has a visit on Thursday 14 January at five. */
@QuarkusTest
class ChangingByChatTest {

    @Inject
    Salon salon;

    private Phone paty;

    @BeforeEach
    void patyHasAVisit() {
        salon.open();
        paty = new Phone(salon, "+525587654321");
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        paty.taps("Sí");
    }

    @Test
    void aVisitIsMovedAfterAYes() {
        assertThat(paty.says("quiero mover mi cita al viernes a las 6").body()).contains("De jueves 14 de enero, 5:00 p.m.",
                "A viernes 15 de enero, 6:00 p.m.");
        assertThat(salon.visits()).hasSize(1).first().asString().startsWith("2027-01-14 17:00");
        assertThat(paty.taps("Sí").body()).contains("Moví tu cita", "Ahora: viernes 15 de enero, 6:00 p.m.");
        assertThat(salon.visits()).containsExactly("2027-01-15 18:00 | Corte de cabello | Beto | Paty | confirmed");
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMED", "MODIFY CONFIRMED");
    }

    @Test
    void movingWithoutATimeOffersSome() {
        var offer = paty.says("necesito cambiar mi cita");
        assertThat(offer.options()).hasSizeGreaterThan(3);
        assertThat(paty.taps(offer.titles().getLast()).body()).contains("¿Muevo tu cita");
        assertThat(paty.says("mejor el sábado a las 11").body()).contains("A sábado 16 de enero, 11:00 a.m.");
        paty.says("sí");
        assertThat(salon.visits()).containsExactly("2027-01-16 11:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void aRefusedMoveOffersAlternativesAndLeavesTheVisit() {
        salon.takes("Beto", LocalDateTime.of(2027, 1, 15, 18, 0), 45);
        var refused = paty.says("mueve mi cita al viernes a las 6");
        assertThat(refused.body()).contains("ya está ocupado");
        assertThat(refused.options()).hasSize(3);
        assertThat(salon.visits()).anyMatch(visit -> visit.startsWith("2027-01-14 17:00 | Corte de cabello | Beto | Paty"));
    }

    @Test
    void anHourAloneStaysOnTheDayAndADistanceIsCountedFromTheVisit() {
        assertThat(paty.says("cambia mi cita a las 6").body()).contains("A jueves 14 de enero, 6:00 p.m.");
        assertThat(paty.says("mejor media hora más tarde").body()).contains("A jueves 14 de enero, 5:30 p.m.");
        assertThat(paty.says("no, una hora antes").body()).contains("A jueves 14 de enero, 4:00 p.m.");
        paty.says("sí");
        assertThat(salon.visits()).containsExactly("2027-01-14 16:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void anotherPersonIsNotPassedOverInSilence() {
        assertThat(paty.says("cambiar mi cita para el viernes a las 6 con ana").body()).contains("¿Cambio tu cita?",
                "Antes: Corte de cabello con Beto, jueves 14 de enero, 5:00 p.m., $250",
                "Ahora: Corte de cabello con Ana, viernes 15 de enero, 6:00 p.m., $250");
        assertThat(paty.says("mejor a las 5").body()).contains("con Ana, viernes 15 de enero, 5:00 p.m.");
        paty.says("sí");
        assertThat(salon.visits()).containsExactly("2027-01-15 17:00 | Corte de cabello | Ana | Paty | confirmed");
    }

    @Test
    void aVisitCanBeToldByWhoItIsFor() {
        paty.says("otro corte de cabello mañana a las 5 con ana a nombre de Raúl");
        paty.taps("Sí");
        assertThat(paty.says("cancela la de raul").body()).contains("¿Cancelo tu cita?", "con Ana");
    }

    @Test
    void aTimeThatOverlapsTheVisitItselfCanBeMovedTo() {
        paty.says("mueve mi cita a mañana a las 5:15");
        paty.says("sí");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:15 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void aTimeThatRunsIntoTheNextVisitIsRefusedBeforeItIsShown() {
        salon.takes("Beto", LocalDateTime.of(2027, 1, 14, 17, 45), 45);
        var refused = paty.says("mueve mi cita a mañana a las 5:15");
        assertThat(refused.body()).contains("ya está ocupado").doesNotContain("¿Muevo tu cita");
        assertThat(refused.options()).hasSize(3);
        assertThat(salon.visits()).anyMatch(visit -> visit.startsWith("2027-01-14 17:00 | Corte de cabello | Beto | Paty"));
    }

    @Test
    void aVisitIsCancelledAfterAYes() {
        assertThat(paty.says("cancela mi cita").body()).contains("¿Cancelo tu cita?", "jueves 14 de enero, 5:00 p.m.");
        assertThat(paty.says("sí, cancélala").body()).contains("cancelé tu cita");
        assertThat(salon.visits()).hasSize(1).first().asString().endsWith("cancelled");
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMED", "CANCEL CANCELLED");
    }

    @Test
    void aCancellationCanBeThoughtBetter() {
        paty.says("cancela mi cita");
        assertThat(paty.says("no").body()).contains("se queda como está");
        paty.says("cancela mi cita");
        assertThat(paty.says("mejor muévela al viernes a las 6").body()).contains("¿Muevo tu cita");
        paty.says("sí");
        assertThat(salon.visits()).containsExactly("2027-01-15 18:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void whichOfSeveralIsAskedOrToldByItsService() {
        paty.says("un manicure el viernes a las 12");
        paty.taps("Sí");
        var which = paty.says("quiero cancelar una cita");
        assertThat(which.options()).hasSize(2);
        assertThat(paty.says("la del viernes").body()).contains("¿Cancelo tu cita?", "Manicure");
        paty.taps("No, conservar");
        assertThat(paty.says("cancela mi corte de cabello").body()).contains("Corte de cabello con Beto");
        paty.taps("Sí, cancelar");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:00 | Corte de cabello | Beto | Paty | cancelled",
                "2027-01-15 12:00 | Manicure | Ana | Paty | confirmed");
    }

    @Test
    void myAppointmentsCanBeMovedAndCancelledByTaps() {
        assertThat(paty.says("¿cuáles son mis citas?").titles()).containsExactly("Mover", "Cancelar");
        paty.taps("Cancelar");
        paty.taps("Sí, cancelar");
        assertThat(salon.visits()).hasSize(1).first().asString().endsWith("cancelled");
        assertThat(paty.says("mis citas").body()).contains("No tienes citas próximas");
    }

    @Test
    void aVisitThatTheSalonChangedMeanwhileIsToldAndLeftAlone() {
        paty.says("cancela mi cita");
        salon.world().execute("update appointment set version = version + 1");
        assertThat(paty.taps("Sí, cancelar").body()).contains("cambió mientras platicábamos");
        paty.says("mueve mi cita al viernes a las 6");
        salon.world().execute("update appointment set version = version + 1");
        assertThat(paty.taps("Sí").body()).contains("cambió mientras platicábamos");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void aVisitCancelledMeanwhileIsSaidToBe() {
        paty.says("mueve mi cita al viernes a las 6");
        salon.world().execute("update appointment set status = 'cancelled', cancelled_at = now(), version = version + 1");
        assertThat(paty.taps("Sí").body()).contains("ya estaba cancelada");
        assertThat(paty.says("cancela mi cita").body()).contains("No tienes citas próximas");
    }

    @Test
    void whatHasBegunIsNobodysToChange() {
        var cancel = paty.says("mis citas");
        salon.clock().tick(Duration.ofHours(31));
        assertThat(paty.tapsOld(cancel.option("Cancelar")).body()).contains("ya empezó o ya pasó");
        assertThat(paty.tapsOld(cancel.option("Mover")).body()).contains("ya empezó o ya pasó");
    }

    @Test
    void theAppointmentsOfOthersDoNotExist() {
        var patys = paty.says("mis citas").option("Cancelar");
        var eve = new Phone(salon, "+525512121212");
        assertThat(eve.tapsOld(patys).body()).contains("No encontré esa cita");
        assertThat(eve.tapsOld(new Option("move:" + patys.id().substring("cancel:".length()), "Mover")).body())
                .contains("No encontré esa cita");
        assertThat(eve.tapsOld(new Option("appointment:" + patys.id().substring("cancel:".length()), "x")).body())
                .contains("No encontré esa cita");
        assertThat(eve.says("sí").body()).doesNotContain("cancelé");
        assertThat(salon.visits()).hasSize(1).first().asString().endsWith("confirmed");
    }

    @Test
    void madeUpTapsAreAnsweredPolitelyAndNeverTrusted() {
        for (var id : new String[]{"service:" + UUID.randomUUID(), "staff:" + UUID.randomUUID(), "slot:2027-01-14T17:00",
                "slot:x", "yes:" + UUID.randomUUID(), "no", "change", "staff:any", "nonsense", "menu:admin"}) {
            assertThat(paty.tapsOld(new Option(id, "x")).body()).isNotBlank();
        }
        assertThat(salon.visits()).hasSize(1);
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMED");
    }

    @Test
    void turnsThatDiedAfterMovingOrCancellingAnswerFromWhatTheyDid() {
        paty.says("mueve mi cita al viernes a las 6");
        assertThat(afterDying("sí")).contains("Moví tu cita", "Ahora: viernes 15 de enero, 6:00 p.m.");
        paty.says("cancela mi cita");
        assertThat(afterDying("sí")).contains("cancelé tu cita");
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMED", "MODIFY CONFIRMED", "CANCEL CANCELLED");
    }

    private String afterDying(String text) {
        salon.loseReplies();
        try {
            paty.says(text);
        } finally {
            salon.keepReplies();
        }
        salon.clock().tick(Duration.ofMinutes(2));
        salon.settle();
        return paty.last().body();
    }
}
