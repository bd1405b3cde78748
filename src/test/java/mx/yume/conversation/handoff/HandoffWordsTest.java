package mx.yume.conversation.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.handoff.HandoffCall.End;
import mx.yume.conversation.handoff.HandoffCall.Take;

class HandoffWordsTest {

    private static final HandoffId ID = new HandoffId(new UUID(1, 2));
    private static final List<Option> OFFERED = List.of(HandoffCall.take(ID, "Contestar"), HandoffCall.end(ID, "Terminar"));

    @ParameterizedTest
    @ValueSource(strings = {"seguir con Yume", "Quiero seguir con Yume", "mejor sigo con yume",
            "No, mejor sigo con el asistente",
            "regresar con Yume por favor", "ya no", "Ya no, gracias", "YUME", "olvídalo", "ya no hace falta", "no importa",
            "Sigue tú, Yume", "va, seguimos con la asistente"})
    void theCustomerWantsYumeAgain(String words) {
        assertThat(HandoffWords.customerEnds(List.of(text(words)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ya no puedo ir mañana", "ya no me gustó", "yume me dijo que a las 5", "no", "gracias", "terminar",
            "¿sigues con el tinte?", "olvídalo, mejor el viernes", "hablar con yume no me sirvió", ""})
    void theCustomerGoesOnWithWhoeverIsThere(String words) {
        assertThat(HandoffWords.customerEnds(List.of(text(words)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"terminar", "Terminar.", "ya terminé", "Listo, gracias Yume", "gracias yume", "fin",
            "Yume, sigue tú"})
    void whoeverAnswersIsDone(String words) {
        assertThat(HandoffWords.staffEnds(text(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listo", "gracias", "ya terminamos tu tinte", "terminamos a las 5", "al fin", "yume", "ok"})
    void whoeverAnswersIsStillWriting(String words) {
        assertThat(HandoffWords.staffEnds(text(words))).isFalse();
    }

    @Test
    void aButtonItsTitleAndItsNumberAreTheSame() {
        assertThat(HandoffCall.in(List.of(tap("handoff:take:" + ID)), List.of())).contains(new Take(Optional.of(ID)));
        assertThat(HandoffCall.in(List.of(text("1")), OFFERED)).contains(new Take(Optional.of(ID)));
        assertThat(HandoffCall.in(List.of(text("contestar")), OFFERED)).contains(new Take(Optional.of(ID)));
        assertThat(HandoffCall.in(List.of(text("2")), OFFERED)).contains(new End(ID));
        assertThat(HandoffCall.in(List.of(tap("handoff:end:" + ID)), OFFERED)).contains(new End(ID));
    }

    @Test
    void theLastDecisionOfABurstCounts() {
        assertThat(HandoffCall.in(List.of(text("1"), text("espera"), text("2")), OFFERED)).contains(new End(ID));
    }

    @Test
    void whatIsOfferedByOthersIsNoDecision() {
        assertThat(HandoffCall.in(List.of(text("1")), List.of(new Option("menu:book", "Agendar")))).isEmpty();
        assertThat(HandoffCall.in(List.of(text("1")), List.of())).isEmpty();
        assertThat(HandoffCall.in(List.of(tap("yes")), OFFERED)).isEmpty();
        assertThat(HandoffCall.in(List.of(tap("handoff:take:nobody"), tap("handoff:end:"), tap("handoff:back:" + ID)), OFFERED))
                .isEmpty();
    }

    @Test
    void aNumberFromBeforeTheOfferIsNone() {
        var early = new Incoming(InboundKind.TEXT, "1", Optional.empty(), Instant.EPOCH, false);
        assertThat(HandoffCall.in(List.of(early), OFFERED)).isEmpty();
    }

    @Test
    void contestarAloneIsWhoeverWaitsLongest() {
        assertThat(HandoffCall.in(List.of(text("Yo la atiendo")), List.of())).contains(new Take(Optional.empty()));
    }

    private static Incoming text(String body) {
        return new Incoming(InboundKind.TEXT, body, Optional.empty(), Instant.EPOCH);
    }

    private static Incoming tap(String id) {
        return new Incoming(InboundKind.CHOICE, "título", Optional.of(id), Instant.EPOCH);
    }
}
