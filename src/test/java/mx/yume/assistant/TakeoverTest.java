package mx.yume.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import mx.yume.testing.InjectScriptedModel;
import mx.yume.testing.ScriptedModel;
import mx.yume.testing.ScriptedModel.Call;
import mx.yume.testing.WithScriptedModel;

/** Whatever the model does wrong, at whatever point of a booking: the guided assistant goes on and the booking is made, once. */
@QuarkusTest
@TestProfile(WithScriptedModel.class)
class TakeoverTest {

    private static final String BOOK = ModelBookingTest.BOOK;
    private static final int REQUESTS = 6;
    private static final int AFTER_THE_BOOKING = 5;

    enum Failure {
        SERVER_ERROR, WRONG_KEY, TOO_MANY_REQUESTS, HANGS_UP, GARBLES, HANGS, MALFORMED_CALL, UNKNOWN_TOOL, BAD_ARGUMENTS, TOO_MANY_STEPS, EMPTY, ENGLISH, TOO_LONG, UNFOUNDED_CLAIM, INVENTED_PRICE
    }

    @InjectScriptedModel
    ScriptedModel model;
    @Inject
    Salon salon;

    @BeforeEach
    void fresh() {
        salon.fresh();
        model.reset();
    }

    @AfterEach
    void release() {
        model.reset();
    }

    static Stream<Arguments> deaths() {
        return Stream.of(Failure.values()).flatMap(failure -> IntStream.range(0, REQUESTS)
                // Each hanging costs a whole patience: the first request, a tool's, and the one after the booking are enough.
                .filter(step -> failure != Failure.HANGS || step == 0 || step == 3 || step == AFTER_THE_BOOKING)
                .mapToObj(step -> Arguments.of(failure, step)));
    }

    @ParameterizedTest(name = "{0} at request {1}")
    @MethodSource("deaths")
    void theModelDiesAndTheBookingIsStillMade(Failure failure, int step) {
        for (int i = 0; i < step; i++) {
            healthy(i);
        }
        fail(failure);
        var replies = Stream.of("quiero un corte de cabello el viernes", "a las 5 con Ana", "soy Paty", "sí")
                .map(salon::says).toList();
        assertThat(replies).allSatisfy(reply -> assertThat(reply).hasSize(1));
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-15 17:00, confirmed, Paty");
        assertThat(replies.getLast().getFirst()).contains("viernes 15 de enero", "5:00 p.m.");
        assertThat(salon.assistant()).isEqualTo("guided");
        assertThat(salon.trace()).contains("takeover").doesNotContain("secret");
    }

    @Test
    void afterTheBookingTheReplyComesFromWhatWasDone() {
        IntStream.range(0, AFTER_THE_BOOKING).forEach(this::healthy);
        model.says("¡Listo! Quedó agendada para el sábado 16 de enero a las 5:00 p.m.");
        Stream.of("quiero un corte de cabello el viernes", "a las 5 con Ana", "soy Paty").forEach(salon::says);
        assertThat(salon.says("sí")).singleElement().asString().contains("viernes 15 de enero").doesNotContain("sábado");
        assertThat(salon.trace()).contains("UNFOUNDED_CLAIM");
        assertThat(salon.appointments()).hasSize(1);
    }

    @Test
    void theModelComesBackAndGoesOnWhereTheGuidedAssistantWas() {
        model.failsWith(503);
        salon.says("quiero un corte de cabello el viernes a las 5 con Ana");
        assertThat(salon.assistant()).isEqualTo("guided");
        model.calls("book_appointment", BOOK);
        salon.says("soy Paty");
        assertThat(salon.assistant()).isEqualTo("model");
        assertThat(model.requests().getLast().said("system").getFirst())
                .contains("Trámite en curso: agendar; Corte de cabello, viernes"
                        + " 15 de enero, 5:00 p.m. (2027-01-15T17:00), con Ana");
        model.failsWith(503);
        salon.says("sí");
        assertThat(salon.appointments()).hasSize(1);
    }

    @Test
    void anErrandBegunByTheModelsWordsAloneIsKnownToTheGuidedAssistant() {
        model.says("¡Claro! ¿Para qué día?");
        salon.says("quiero agendar un corte de cabello con Ana");
        model.failsWith(500);
        assertThat(salon.says("el viernes a las 5")).singleElement().asString().containsIgnoringCase("nombre");
        salon.says("Paty");
        salon.says("sí");
        assertThat(salon.appointments()).containsExactly("Corte de cabello, Ana, 2027-01-15 17:00, confirmed, Paty");
    }

    @Test
    void whatTheModelLookedUpBeforeItDiedDoesNotConfuseTheGuidedAssistant() {
        model.says("¡Claro! ¿Para qué día?");
        salon.says("quiero agendar un corte de cabello con Ana");
        model.calls("check_availability", "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
                .failsWith(500);
        assertThat(salon.says("el viernes en la tarde")).singleElement().asString().contains("viernes 15 de enero")
                .doesNotContain("no te entendí");
    }

    @Test
    void aFirstMessageThatTheModelDiesOnIsReadAsIfThereWereNoModel() {
        model.calls("check_availability", "{\"service\":\"Manicure\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}").hangsUp();
        assertThat(salon.says("manicure el viernes")).singleElement().asString().contains("viernes 15 de enero")
                .doesNotContain("no te entendí");
    }

    @Test
    void aMistakeInTheArgumentsIsForgivenOnce() {
        model.calls("check_availability", "{\"service\":\"Corte de cabello\",\"from\":\"el viernes\",\"to\":\"2027-01-15\"}")
                .calls("check_availability", "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}")
                .says("¿A qué hora?");
        assertThat(salon.says("quiero un corte el viernes")).singleElement().asString().endsWith("¿A qué hora?");
        assertThat(model.requests().get(1).said("tool")).containsExactly("El argumento from va como AAAA-MM-DD.");
    }

    private void healthy(int request) {
        switch (request) {
            case 0 -> model.calls("check_availability",
                    "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-15\",\"to\":\"2027-01-15\"}");
            case 1 -> model.says("El viernes 15 de enero tengo libre a las 4:00 p.m. o a las 5:00 p.m. ¿Cuál prefieres?");
            case 2 -> model.says("¿A nombre de quién?");
            case 3, 4 -> model.calls("book_appointment", BOOK);
            default -> throw new IllegalArgumentException("There is no request " + request);
        }
    }

    private void fail(Failure failure) {
        switch (failure) {
            case SERVER_ERROR -> model.failsWith(500);
            case WRONG_KEY -> model.failsWith(401);
            case TOO_MANY_REQUESTS -> model.failsWith(429);
            case HANGS_UP -> model.hangsUp();
            case GARBLES -> model.garbles();
            case HANGS -> model.hangs();
            case MALFORMED_CALL -> model.calls("book_appointment", "{\"service\":");
            case UNKNOWN_TOOL -> model.calls("add_staff_member", "{\"name\":\"yo\"}");
            case BAD_ARGUMENTS -> model.calls("book_appointment", "{}").calls("book_appointment", "{}");
            case TOO_MANY_STEPS -> model.calls(IntStream.range(0, 9).mapToObj(_ -> new Call("list_services", "{}"))
                    .toArray(Call[]::new));
            case EMPTY -> model.saysNothing();
            case ENGLISH -> model.says("Sure! What time would you like your appointment?");
            case TOO_LONG -> model.says("Claro que sí. ".repeat(400));
            case UNFOUNDED_CLAIM -> model.says("¡Listo! Tu cita quedó agendada para el lunes a las 9:00 a.m.");
            case INVENTED_PRICE -> model.says("El corte cuesta $99. ¿Te lo agendo?");
        }
    }

    /** So that no death goes unlisted. */
    @Test
    void everyFailureIsTried() {
        assertThat(deaths().map(arguments -> arguments.get()[0]).distinct().toList()).isEqualTo(List.of(Failure.values()));
    }
}
