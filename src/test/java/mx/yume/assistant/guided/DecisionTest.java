package mx.yume.assistant.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import mx.yume.assistant.guided.Step.Talk;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Summary;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Turns;
import mx.yume.assistant.tools.Wish;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.scheduling.AppointmentId;
import mx.yume.testing.SalonLupita;

class DecisionTest {

    private static final Instant START = Instant.parse("2027-01-14T23:00:00Z");
    private static final Wish WISH = Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone())
            .start(START, Turns.NOW.getZone()).settledStaff(SalonLupita.BETO).name("Paty");
    private static final Draft SUMMARY = Draft.EMPTY.wish(WISH).shown(new Summary.Booking(SalonLupita.CORTE, START,
            Optional.of(SalonLupita.BETO), "Paty", Money.pesos(250)), UUID.randomUUID());
    private static final AppointmentId VISIT = AppointmentId.next();
    private static final Draft CANCELLATION = Draft.EMPTY.appointment(VISIT).shown(new Summary.Cancel(VISIT, 0),
            UUID.randomUUID());

    @ParameterizedTest
    @CsvSource({"hola,Greet", "buenas tardes,Greet", "quiero una cita,OfferUsual", "un corte mañana a las 5,Book",
            "hola quiero un tinte,Book",
            "¿tienes lugar mañana?,Book", "¿qué servicios tienen?,TellServices", "¿cuánto cuesta el tinte?,TellServices",
            "¿a qué hora abren?,TellHours", "¿dónde están?,TellAddress", "mis citas,TellAppointments",
            "quiero cambiar mi cita,Move", "cancela mi cita,Cancel", "gracias,Say", "soy Paty,StoreName",
            "¿quién ganó el partido?,Say",
            "sí,Say", "ya no,Say", "ayuda,Say", "atrás,Greet"})
    void withoutAnErrandAMessageMeansWhatItSays(String text, String step) {
        assertThat(idle(text).getClass().getSimpleName()).isEqualTo(step);
    }

    @Test
    void whatIsNoneOfItsBusinessIsDeclined() {
        assertThat(idle("¿quién ganó el partido?")).isEqualTo(new Step.Say(Talk.OFF_TOPIC));
        assertThat(idle("gracias")).isEqualTo(new Step.Say(Talk.THANKS));
        assertThat(idle("quiero hablar con una persona")).isEqualTo(new Step.HandOff());
        assertThat(idle("BAJA")).isEqualTo(new Step.Allow(Step.Permission.NOTICES, false));
        assertThat(idle("ALTA")).isEqualTo(new Step.Allow(Step.Permission.NOTICES, true));
    }

    @Test
    void thePriceAskedForIsThatService() {
        assertThat(idle("¿cuánto cuesta el tinte?")).isEqualTo(new Step.TellServices(Optional.of(SalonLupita.TINTE)));
    }

    @Test
    void whileConfirmingEachAnswerHasItsPlace() {
        assertThat(confirming("sí")).isEqualTo(new Step.Book(SUMMARY));
        assertThat(confirming("no")).isEqualTo(new Step.AskWhatToChange(SUMMARY.nothingShown()));
        assertThat(confirming("gracias")).isEqualTo(new Step.Say(Talk.THANKS));
        assertThat(confirming("ya no")).isEqualTo(new Step.Drop());
        assertThat(confirming("cancela")).isEqualTo(new Step.Drop());
        assertThat(confirming("qwerty")).isEqualTo(new Step.Misunderstood(1));
        assertThat(confirming("hola")).isEqualTo(new Step.Book(SUMMARY));
    }

    @Test
    void aChangeOfMindGoesOnWithoutTheSummary() {
        assertThat(confirming("mejor a las 6")).isInstanceOfSatisfying(Step.Book.class, step -> {
            assertThat(step.draft().shown()).isEmpty();
            assertThat(step.draft().wish().start()).isEmpty();
        });
        assertThat(confirming("mejor otra hora")).isInstanceOfSatisfying(Step.Book.class, step -> {
            assertThat(step.draft().wish().time()).isEmpty();
            assertThat(step.draft().wish().day()).isPresent();
        });
    }

    @Test
    void anotherTimeIsNotAnotherService() {
        var thatDay = Draft.EMPTY.wish(Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone())
                .start(START, Turns.NOW.getZone()).reopened(Turns.NOW.getZone()));
        for (var text : List.of("otra hora", "mejor otra hora", "otro horario")) {
            assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_DATETIME, thatDay, text)).as(text)
                    .isInstanceOfSatisfying(Step.Book.class, step -> {
                        assertThat(step.draft().wish().services()).containsExactly(SalonLupita.CORTE);
                        assertThat(step.draft().wish().day()).isEqualTo(thatDay.wish().day());
                        assertThat(step.draft().wish().time()).isEmpty();
                    });
        }
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_DATETIME, thatDay, "mejor otro día"))
                .isInstanceOfSatisfying(Step.Book.class, step -> assertThat(step.draft().wish().day()).isEmpty());
    }

    @Test
    void goingBackUndoesTheLastThingSettled() {
        var atTime = Draft.EMPTY.wish(Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone()));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_DATETIME, atTime, "atrás"))
                .isInstanceOfSatisfying(Step.Book.class, step -> assertThat(step.draft().wish().services()).isEmpty());
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_SERVICE, Draft.EMPTY, "atrás")).isEqualTo(new Step.Drop());
        assertThat(during(FlowKind.MODIFY, FlowState.COLLECTING_NEW_DATETIME, Draft.EMPTY.appointment(VISIT), "atrás"))
                .isInstanceOf(Step.Move.class);
    }

    @Test
    void aNoBelongsToTheQuestion() {
        var staffAsked = Draft.EMPTY.wish(Wish.NOTHING.service(SalonLupita.CORTE, Turns.NOW.getZone())
                .start(START, Turns.NOW.getZone()));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_STAFF_PREFERENCE, staffAsked, "no"))
                .isEqualTo(new Step.AskWhatToChange(staffAsked));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_DATETIME, staffAsked, "no"))
                .isInstanceOfSatisfying(Step.Book.class, step -> assertThat(step.draft().wish().start()).isEmpty());
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_PERSONAL_INFO, staffAsked, "no"))
                .isEqualTo(new Step.Misunderstood(1));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_SERVICE, Draft.EMPTY, "no")).isEqualTo(new Step.Drop());
        assertThat(during(FlowKind.CANCEL, FlowState.CONFIRMING_CANCELLATION, CANCELLATION, "no")).isEqualTo(new Step.Drop());
    }

    @Test
    void fromCancellingToMovingItIsTheSameAppointment() {
        assertThat(during(FlowKind.CANCEL, FlowState.CONFIRMING_CANCELLATION, CANCELLATION, "mejor muévela al viernes"))
                .isInstanceOfSatisfying(Step.Move.class, step -> assertThat(step.draft().appointment()).contains(VISIT));
        assertThat(
                during(FlowKind.MODIFY, FlowState.COLLECTING_NEW_DATETIME, Draft.EMPTY.appointment(VISIT), "mejor cancélala"))
                .isInstanceOfSatisfying(Step.Cancel.class, step -> assertThat(step.draft().appointment()).contains(VISIT));
    }

    @Test
    void anotherErrandBeginsWithWhatItsOwnMessageSays() {
        assertThat(during(FlowKind.CANCEL, FlowState.CONFIRMING_CANCELLATION, CANCELLATION, "quiero agendar un tinte"))
                .isInstanceOfSatisfying(Step.Book.class, step -> {
                    assertThat(step.draft().wish().services()).containsExactly(SalonLupita.TINTE);
                    assertThat(step.draft().appointment()).isEmpty();
                });
    }

    @Test
    void misunderstandingsAreCountedAndForgottenOnceUnderstood() {
        var twice = Draft.EMPTY.misunderstandings(2);
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_SERVICE, twice, "qwerty"))
                .isEqualTo(new Step.Misunderstood(3));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_SERVICE, twice, "un tinte"))
                .isInstanceOfSatisfying(Step.Book.class, step -> assertThat(step.draft().misunderstandings()).isZero());
    }

    @ParameterizedTest
    @CsvSource({"yes,TellAppointments", "no,Say", "change,Say", "slot:2027-01-14T17:00,Say", "staff:any,Say",
            "menu:book,OfferUsual",
            "menu:appointments,TellAppointments", "menu:services,TellServices", "menu:info,TellHours", "menu:move,Move",
            "menu:cancel,Cancel", "x,Say", "service:00000000-0000-7000-8000-000000000000,Say",
            "appointment:00000000-0000-7000-8000-000000000000,TellAppointment",
            "move:00000000-0000-7000-8000-000000000000,Move", "cancel:00000000-0000-7000-8000-000000000000,Cancel"})
    void withoutAnErrandATapCountsOnlyWhereItFits(String id, String step) {
        assertThat(tap(Turns.turn(), id, Draft.EMPTY).getClass().getSimpleName()).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"yes,Book", "no,Drop", "change,AskWhatToChange", "change:time,Book", "slot:2027-01-14T17:00,Book",
            "staff:any,Book",
            "menu:book,Book", "staff:00000000-0000-7000-8000-000000000000,Say", "x,Say"})
    void whileConfirmingATapCountsWhereItFits(String id, String step) {
        var turn = Turns.turn().during(FlowKind.BOOKING, FlowState.CONFIRMING_SUMMARY, SUMMARY);
        assertThat(tap(turn, id, SUMMARY).getClass().getSimpleName()).isEqualTo(step);
    }

    @Test
    void aTapOfAnotherErrandIsStale() {
        var turn = Turns.turn().during(FlowKind.CANCEL, FlowState.CONFIRMING_CANCELLATION, CANCELLATION);
        assertThat(tap(turn, "change", CANCELLATION)).isEqualTo(new Step.Say(Talk.STALE_TAP));
        assertThat(tap(turn, "slot:2027-01-14T17:00", CANCELLATION)).isEqualTo(new Step.Say(Talk.STALE_TAP));
        assertThat(tap(turn, "yes", CANCELLATION)).isEqualTo(new Step.Cancel(CANCELLATION));
        var moving = Turns.turn().during(FlowKind.MODIFY, FlowState.IDENTIFYING_BOOKING, Draft.EMPTY);
        assertThat(tap(moving, "yes", Draft.EMPTY)).isEqualTo(new Step.Say(Talk.STALE_TAP));
        assertThat(tap(moving, "change", Draft.EMPTY)).isInstanceOf(Step.Move.class);
        assertThat(tap(moving, "appointment:" + VISIT, Draft.EMPTY)).isEqualTo(new Step.Move(Draft.EMPTY.appointment(VISIT)));
    }

    @ParameterizedTest
    @CsvSource({"STICKER,Silence", "REACTION,Silence", "AUDIO,Say", "IMAGE,Say", "VIDEO,Say", "DOCUMENT,Say", "LOCATION,Say",
            "CONTACTS,Say", "UNKNOWN,Say", "TEXT,Say"})
    void whatHasNoWordsIsAnsweredOrNot(InboundKind kind, String step) {
        assertThat(decide(Turns.turn().hears(List.of(Turns.message(kind, "", Optional.empty()))), Draft.EMPTY).getClass()
                .getSimpleName()).isEqualTo(step);
    }

    @Test
    void aCaptionIsReadAndAStickerBesideWordsIsNoHindrance() {
        assertThat(
                decide(Turns.turn().hears(List.of(Turns.message(InboundKind.IMAGE, "quiero un tinte así", Optional.empty()))),
                        Draft.EMPTY))
                .isInstanceOf(Step.Book.class);
        assertThat(decide(Turns.turn().hears(List.of(Turns.message(InboundKind.TEXT, "quiero un tinte", Optional.empty()),
                Turns.message(InboundKind.STICKER, "", Optional.empty()))), Draft.EMPTY)).isInstanceOf(Step.Book.class);
    }

    @Test
    void theSameAgainIsUnderstood() {
        var taken = Draft.EMPTY.wish(WISH.reopened(Turns.NOW.getZone()));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_DATETIME, taken, "a las 5")).isEqualTo(new Step.Book(taken));
        var nameAsked = Draft.EMPTY.wish(WISH.withoutName());
        for (var text : List.of("un corte de cabello", "con beto", "mañana")) {
            assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_PERSONAL_INFO, nameAsked, text)).as(text)
                    .isEqualTo(new Step.Book(nameAsked));
        }
    }

    @Test
    void aSecondServiceJoinsTheFirst() {
        var both = List.of(SalonLupita.CORTE, SalonLupita.MANICURE);
        for (var step : List.of(confirming("sí, y también manicure"), idle("un corte de cabello", "y también manicure"),
                idle("un corte de cabello y manicure"))) {
            assertThat(step).isInstanceOfSatisfying(Step.Book.class, it -> {
                assertThat(it.draft().wish().services()).isEqualTo(both);
                assertThat(it.draft().shown()).isEmpty();
            });
        }
        assertThat(idle("también quiero manicure")).isInstanceOfSatisfying(Step.Book.class,
                step -> assertThat(step.draft().wish().services()).containsExactly(SalonLupita.MANICURE));
    }

    @Test
    void theNameIsAskedForAgainOrCorrected() {
        for (var text : List.of("cambiar el nombre", "el nombre está mal", "nombre")) {
            assertThat(confirming(text)).as(text).isEqualTo(new Step.Book(Draft.EMPTY.wish(WISH.withoutName())));
        }
        assertThat(confirming("soy Sandy")).isEqualTo(new Step.Book(Draft.EMPTY.wish(WISH.name("Sandy"))));
        assertThat(during(FlowKind.BOOKING, FlowState.COLLECTING_PERSONAL_INFO, Draft.EMPTY.wish(WISH.withoutName()),
                "Raúl Pérez, gracias")).isEqualTo(new Step.Book(Draft.EMPTY.wish(WISH.name("Raúl Pérez"))));
    }

    @Test
    void aYesTakesTheOneThingOfferedAndElseIsShownTheMenu() {
        assertThat(idle("sí")).isEqualTo(new Step.Say(Talk.HOW_CAN_I_HELP));
        var gelish = new Option("service:" + SalonLupita.GELISH, "Agendar");
        assertThat(decide(Turns.turn().offered(gelish).says("si"), Draft.EMPTY)).isInstanceOfSatisfying(Step.Book.class,
                step -> assertThat(step.draft().wish().services()).containsExactly(SalonLupita.GELISH));
        assertThat(decide(Turns.turn().offered(new Option("menu:book", "Agendar")).says("si"), Draft.EMPTY))
                .isEqualTo(new Step.Book(Draft.EMPTY));
    }

    @Test
    void theServiceJustToldAboutIsTheOneMeantUnlessAnotherIsNamed() {
        var gelish = new Option("service:" + SalonLupita.GELISH, "Agendar");
        assertThat(decide(Turns.turn().offered(gelish).says("va agendame uno el sabado a las 5"), Draft.EMPTY))
                .isInstanceOfSatisfying(Step.Book.class, step -> {
                    assertThat(step.draft().wish().services()).containsExactly(SalonLupita.GELISH);
                    assertThat(step.draft().wish().day()).isPresent();
                });
        assertThat(decide(Turns.turn().offered(gelish).says("agéndame un tinte"), Draft.EMPTY))
                .isInstanceOfSatisfying(Step.Book.class,
                        step -> assertThat(step.draft().wish().services()).containsExactly(SalonLupita.TINTE));
    }

    @Test
    void aCourtesyInABurstDoesNotHideTheWish() {
        assertThat(idle("quiero una cita", "gracias")).isInstanceOf(Step.OfferUsual.class);
        assertThat(idle("hola", "quiero una cita")).isInstanceOf(Step.OfferUsual.class);
    }

    private static Step idle(String... texts) {
        return decide(Turns.turn().says(texts), Draft.EMPTY);
    }

    private static Step confirming(String... texts) {
        return during(FlowKind.BOOKING, FlowState.CONFIRMING_SUMMARY, SUMMARY, texts);
    }

    private static Step during(FlowKind kind, FlowState state, Draft draft, String... texts) {
        return decide(Turns.turn().during(kind, state, draft).says(texts), draft);
    }

    private static Step tap(Turns turn, String id, Draft draft) {
        return decide(turn.taps(id), draft);
    }

    private static Step decide(ToolContext context, Draft draft) {
        return Decision.of(Situation.of(context, draft));
    }

    @Test
    void theTraceSaysWhatWasRead() {
        assertThat(ReadingTrace.of(Turns.turn().says("un corte mañana a las 5 con ana, soy Paty"))).contains("service×",
                "staff×1",
                "2027-01-14", "17:00", "name");
        assertThat(ReadingTrace.of(Turns.turn().taps("menu:book"))).isEqualTo("tap menu:book");
        assertThat(ReadingTrace.of(Turns.turn().says("qwerty"))).isEqualTo("nothing certain");
    }
}
