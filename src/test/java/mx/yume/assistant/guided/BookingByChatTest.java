package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import mx.yume.conversation.InboundKind;

/** Whole bookings with the guided assistant. It is Wednesday 13 January 2027, ten in the morning. */
@QuarkusTest
class BookingByChatTest {

    @Inject
    Salon salon;

    private Phone paty;

    @BeforeEach
    void open() {
        salon.open();
        paty = new Phone(salon, "+525587654321");
    }

    @Test
    void aNewCustomerBooksByTapsInSixMessages() {
        var greeting = paty.says("hola");
        assertThat(greeting.body()).contains("Salón Lupita", "Privacidad").doesNotContain("{");
        assertThat(paty.taps("Corte de cabello").body()).contains("Corte de cabello");
        var slot = paty.last().titles().getLast();
        assertThat(paty.taps(slot).body()).contains("quién");
        assertThat(paty.taps("Beto").body()).contains("nombre");
        assertThat(paty.says("Paty López").body()).contains("Corte de cabello, $250", "Con Beto", "A nombre de Paty López",
                "¿La agendo?");
        assertThat(salon.visits()).isEmpty();
        assertThat(paty.taps("Sí").body()).startsWith("¡Listo, Paty!").contains("quedó agendada");
        assertThat(paty.sent()).isLessThanOrEqualTo(6);
        assertThat(salon.visits()).hasSize(1).first().asString().contains("Corte de cabello | Beto | Paty López | confirmed");
        assertThat(salon.names()).containsExactly("Paty López");
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMED");
    }

    @Test
    void aBookingToldAtOnceAsksOnlyForTheName() {
        assertThat(paty.says("hola quiero un corte de cabello mañana a las 5 con beto").body()).contains("nombre");
        assertThat(paty.says("soy Paty").body()).contains("jueves 14 de enero, 5:00 p.m.", "Con Beto", "A nombre de Paty");
        paty.says("sí, por favor");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void whoeverIsKnownIsNotAskedForTheNameAgain() {
        bookTomorrowAtFive();
        assertThat(paty.says("ahora un manicure el viernes a las 12").body()).contains("Manicure",
                "viernes 15 de enero, 12:00 p.m.",
                "Con Ana", "A nombre de Paty", "¿La agendo?");
        paty.says("va");
        assertThat(salon.visits()).hasSize(2);
    }

    @Test
    void aYesWithAChangeShowsANewSummaryAndBooksNothing() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        var second = paty.says("sí, pero mejor a las 6");
        assertThat(second.body()).contains("jueves 14 de enero, 6:00 p.m.", "¿La agendo?");
        assertThat(salon.visits()).isEmpty();
        paty.says("sí");
        assertThat(salon.visits()).containsExactly("2027-01-14 18:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void theYesOfAnOlderSummaryDoesNotConfirmTheNewOne() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        var oldYes = paty.last().option("Sí");
        paty.says("mejor a las 6");
        assertThat(paty.tapsOld(oldYes).body()).contains("6:00 p.m.", "¿La agendo?");
        assertThat(salon.visits()).isEmpty();
        paty.taps("Sí");
        assertThat(salon.visits()).containsExactly("2027-01-14 18:00 | Corte de cabello | Beto | Paty | confirmed");
    }

    @Test
    void aNoWithAnotherPersonChangesOnlyThePerson() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        assertThat(paty.says("no, con Ana").body()).contains("5:00 p.m.", "Con Ana", "¿La agendo?");
        paty.taps("Sí");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:00 | Corte de cabello | Ana | Paty | confirmed");
    }

    @Test
    void aPlainNoAsksWhatToChange() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        assertThat(paty.says("no").body()).contains("¿Qué quieres cambiar?");
        assertThat(paty.says("sí").body()).contains("¿La agendo?");
        assertThat(salon.visits()).isEmpty();
        assertThat(paty.taps("Cambiar").body()).contains("¿Qué quieres cambiar?");
        assertThat(paty.taps("Con quién").body()).contains("quién");
        assertThat(paty.taps("Cualquiera").body()).contains("quien esté disponible");
        assertThat(paty.taps("No").body()).contains("no agendé nada");
        assertThat(salon.flows()).containsExactly("BOOKING DROPPED");
    }

    @Test
    void tappingYesTwiceBooksOnce() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        var yes = paty.last().option("Sí");
        paty.tapped(yes);
        paty.tapsOld(yes);
        assertThat(paty.tapsOld(yes).body()).contains("Tu próxima cita", "Corte de cabello con Beto");
        assertThat(salon.visits()).hasSize(1);
    }

    @Test
    void aSlotTakenMeanwhileIsToldWithThreeAlternatives() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        salon.takes("Beto", LocalDateTime.of(2027, 1, 14, 17, 0), 45);
        var conflict = paty.taps("Sí");
        assertThat(conflict.body()).contains("se acaba de ocupar");
        assertThat(conflict.options()).hasSize(3);
        assertThat(paty.taps(conflict.titles().getFirst()).body()).contains("¿La agendo?");
        paty.taps("Sí");
        assertThat(salon.visits()).hasSize(2).anyMatch(visit -> visit.contains("Corte de cabello | Beto | Paty"));
    }

    @Test
    void aDayWithoutHourOffersItsFreeTimes() {
        var offer = paty.says("quiero un tinte el viernes con Ana");
        assertThat(offer.body()).contains("Tinte", "viernes 15 de enero");
        assertThat(offer.options()).hasSizeBetween(4, 10);
        assertThat(paty.says("a las 5:30").body()).contains("nombre");
    }

    @Test
    void aClosedDayIsExplainedByWhatIsFreeNearest() {
        var closed = paty.says("un corte de cabello el domingo a las 12");
        assertThat(closed.body()).contains("El domingo 17 de enero no abrimos.");
        assertThat(closed.options()).hasSize(3);
        assertThat(paty.says("¿y el sábado?").body()).contains("sábado 16 de enero, 12:00 p.m.");
    }

    @Test
    void whoDoesNotGiveTheServiceIsSaid() {
        assertThat(paty.says("manicure mañana a las 12 con beto").body()).contains("Beto no hace Manicure", "nombre");
    }

    @Test
    void anUnknownServiceShowsTheList() {
        assertThat(paty.says("quiero agendar un masaje").options()).hasSize(8);
        assertThat(paty.says("xyzzy").body()).contains("no te entendí");
        assertThat(paty.says("xyzzy").options()).hasSize(8);
    }

    @Test
    void whatNailsCouldMeanStaysTheQuestionWhenTheDayIsTold() {
        assertThat(paty.says("quiero uñas").titles()).containsExactly("Manicure", "Pedicure", "Gelish");
        assertThat(paty.says("el sábado").titles()).containsExactly("Manicure", "Pedicure", "Gelish");
        assertThat(paty.says("2").body()).contains("Pedicure", "sábado 16 de enero");
    }

    @Test
    void aQuestionInTheMiddleIsAnsweredAndThePendingOneAskedAgain() {
        paty.says("corte de cabello mañana a las 5 con beto");
        var answer = paty.says("¿cuánto cuesta el tinte?");
        assertThat(answer.body()).contains("Tinte cuesta $900", "nombre");
        assertThat(paty.says("Paty").body()).contains("Corte de cabello, $250", "¿La agendo?");
        assertThat(paty.says("¿dónde están?").body()).contains("Estamos en", "¿La agendo?");
        paty.says("sí");
        assertThat(salon.visits()).hasSize(1);
    }

    @Test
    void aBurstIsAnsweredOnceAndTheLaterCorrectsTheEarlier() {
        paty.post("hola");
        paty.post("quiero un corte de cabello mañana a las 5 con beto");
        paty.post("perdón, a las 6");
        assertThat(paty.says("soy Paty").body()).contains("jueves 14 de enero, 6:00 p.m.", "¿La agendo?");
        assertThat(paty.transcript().lines().stream().filter(line -> !line.inbound())).hasSize(1);
    }

    @Test
    void aVisitForSomebodyElseTakesThatNameForItselfOnly() {
        bookTomorrowAtFive();
        assertThat(paty.says("otra cita, corte de cabello el viernes a las 11 con beto para mi hijo").body())
                .contains("nombre");
        assertThat(paty.says("Leo").body()).contains("A nombre de Leo");
        paty.says("sí");
        assertThat(salon.visits()).hasSize(2).last().asString().contains("| Leo |");
        assertThat(salon.names()).containsExactly("Paty");
    }

    @Test
    void twoPeopleOfOnePhoneCanHaveTheSameServiceAtTheSameTime() {
        bookTomorrowAtFive();
        paty.says("otro corte de cabello mañana a las 5 con ana a nombre de Sofía");
        assertThat(paty.says("sí").body()).contains("Sofía");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:00 | Corte de cabello | Beto | Paty | confirmed",
                "2027-01-14 17:00 | Corte de cabello | Ana | Sofía | confirmed");
        assertThat(salon.names()).containsExactly("Paty");
    }

    @Test
    void aNumberAnswersWhatWasOffered() {
        paty.says("hola");
        assertThat(paty.says("3").body()).contains("Barba");
        assertThat(paty.says("1").body()).contains("nombre");
        assertThat(paty.says("Paty").body()).contains("Con Beto");
    }

    @Test
    void cancellingInTheMiddleOfABookingShowsWhatIsInTheBooks() {
        bookTomorrowAtFive();
        paty.says("quiero un tinte el viernes a las 12 con ana");
        var dropped = paty.says("cancela mi cita");
        assertThat(dropped.body()).contains("no agendé nada", "Tu próxima cita: Corte de cabello con Beto");
        assertThat(dropped.titles()).containsExactly("Mover", "Cancelar");
        assertThat(salon.visits()).hasSize(1).first().asString().endsWith("confirmed");
    }

    @Test
    void anotherHourAndAnotherDayOfferOthers() {
        paty.says("corte de cabello mañana a las 5 con beto");
        assertThat(paty.says("mejor otra hora").body()).contains("mañana jueves 14 de enero");
        assertThat(paty.says("otro día").body()).contains("¿Qué día te queda");
        assertThat(paty.says("el viernes en la tarde").body()).contains("viernes 15 de enero");
        assertThat(paty.last().options()).allMatch(option -> option.id().startsWith("slot:2027-01-15T1"));
    }

    @Test
    void droppingLeavesNothing() {
        paty.says("corte de cabello mañana a las 5 con beto");
        assertThat(paty.says("ya no, olvídalo").body()).contains("no agendé nada");
        assertThat(salon.flows()).containsExactly("BOOKING DROPPED");
        assertThat(salon.visits()).isEmpty();
    }

    @Test
    void whatIsNoTextGetsAFittingAnswerOrSilence() {
        assertThat(paty.sends(InboundKind.STICKER)).isEqualTo(Phone.Answer.NONE);
        assertThat(paty.sends(InboundKind.AUDIO).body()).contains("notas de voz");
        assertThat(paty.sends(InboundKind.IMAGE).body()).contains("fotos");
        assertThat(paty.sends(InboundKind.LOCATION).body()).contains("ubicación");
        assertThat(paty.sends(InboundKind.UNKNOWN).body()).contains("No pude leer");
        assertThat(paty.sends(InboundKind.REACTION)).isEqualTo(Phone.Answer.NONE);
    }

    @Test
    void aTurnThatDiedAfterBookingAnswersFromWhatItDid() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        salon.loseReplies();
        try {
            assertThat(paty.says("sí")).isEqualTo(Phone.Answer.NONE);
        } finally {
            salon.keepReplies();
        }
        assertThat(salon.visits()).hasSize(1);
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMING_SUMMARY");
        salon.clock().tick(Duration.ofMinutes(2));
        salon.settle();
        assertThat(paty.last().body()).startsWith("¡Listo, Paty!").contains("quedó agendada");
        assertThat(salon.visits()).hasSize(1);
        assertThat(salon.flows()).containsExactly("BOOKING CONFIRMED");
    }

    @Test
    void aDayOrHourThatDoesNotExistIsSaidToBeNone() {
        assertThat(paty.says("corte de cabello el 31 de febrero a las 5 con beto").body())
                .contains("Esa fecha u hora no existe. ¿Qué día y a qué hora te queda?");
        assertThat(paty.says("mañana a las 25:00").body()).contains("Esa fecha u hora no existe.");
        assertThat(paty.says("mañana a las 5").body()).contains("jueves 14 de enero, 5:00 p.m.", "nombre");
    }

    @Test
    void aTakenTimeAskedForAgainIsToldAgain() {
        salon.takes("Beto", LocalDateTime.of(2027, 1, 14, 17, 0), 45);
        var taken = paty.says("corte de cabello mañana a las 5 con beto").body();
        assertThat(taken).contains("ya está ocupado");
        assertThat(paty.says("a las 5").body()).contains("ya está ocupado");
    }

    @Test
    void aDoubtfulDayIsSaidInFullWithTheNextQuestion() {
        assertThat(paty.says("corte de cabello el viernes 18 a las 10 con ana").body())
                .contains("lunes 18 de enero, 10:00 a.m.", "nombre");
    }

    @Test
    void theServiceWhosePriceWasToldIsTheOneBooked() {
        paty.says("cuanto cuesta el gelish?");
        assertThat(paty.says("va agendame uno el sabado a las 5").body()).contains("sábado 16 de enero, 5:00 p.m.")
                .doesNotContain("¿Cuál de estos");
        assertThat(salon.visits()).isEmpty();
    }

    @Test
    void aSecondServiceJoinsTheFirstAndKeepsTheTime() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        var both = paty.says("también manicure");
        assertThat(both.body()).contains("• 5:00 p.m. Corte de cabello con Beto, $250", "• 5:45 p.m. Manicure con Ana, $220",
                "• Total: $470", "¿La agendo?");
        assertThat(both.titles()).containsExactly("Sí", "Cambiar", "No");
        assertThat(salon.visits()).isEmpty();
    }

    @Test
    void theNameIsCorrectedAtTheSummary() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Sandra");
        assertThat(paty.says("soy Sandy").body()).contains("A nombre de Sandy", "¿La agendo?");
        paty.taps("Cambiar");
        assertThat(paty.taps("Nombre").body()).contains("¿a nombre de quién");
        assertThat(paty.says("Raúl Pérez, gracias").body()).contains("A nombre de Raúl Pérez", "¿La agendo?");
        paty.post("no se");
        assertThat(paty.says("si").body()).contains("¿La agendo?");
        assertThat(salon.visits()).isEmpty();
    }

    @Test
    void aNameNotUnderstoodTwiceIsNoChoice() {
        paty.says("corte de cabello mañana a las 5 con beto");
        paty.says("12345");
        assertThat(paty.says("12345").body()).contains("Sigo sin entenderte", "nombre").doesNotContain("Elige");
    }

    private void bookTomorrowAtFive() {
        paty.says("corte de cabello mañana a las 5 con beto, soy Paty");
        paty.taps("Sí");
        assertThat(salon.visits()).containsExactly("2027-01-14 17:00 | Corte de cabello | Beto | Paty | confirmed");
    }
}
