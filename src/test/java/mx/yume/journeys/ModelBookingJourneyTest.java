package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import mx.yume.testing.InjectScriptedModel;
import mx.yume.testing.ScriptedModel;
import mx.yume.testing.WithScriptedModel;

/** A customer books with the model assistant, from the signed webhook into the outbox, whatever becomes of the model. */
@QuarkusTest
@TestProfile(WithScriptedModel.class)
class ModelBookingJourneyTest {

    private static final String CHECK = "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-14\",\"to\":\"2027-01-14\",\"staff\":\"Beto\"}";
    private static final String BOOK = "{\"service\":\"Corte de cabello\",\"start\":\"2027-01-14T17:00\",\"staff\":\"Beto\",\"customer_name\":\"Paty López\"}";
    private static final String DONE = "Listo, Paty: tu corte de cabello con Beto quedó para el jueves 14 de enero a las 5:00 p.m.";

    @Inject
    Yume yume;
    @InjectScriptedModel
    ScriptedModel model;

    private Chat paty;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        model.reset();
        paty = Chat.withSalon(yume, new TwilioDoor(), "+525511112222");
    }

    @Test
    void aNewCustomerBooksInAtMostSixMessages() {
        model.says("¡Hola! ¿Qué servicio te gustaría?");
        paty.says("hola");
        model.calls("check_availability", CHECK).says("Con Beto tengo mañana a las 5:00 p.m. ¿Cómo te llamas?");
        paty.says("corte con beto mañana en la tarde");
        model.calls("book_appointment", BOOK);
        assertThat(paty.says("a las 5, soy Paty López").body()).contains("jueves 14 de enero", "5:00 p.m.");
        model.calls("book_appointment", BOOK).says(DONE);
        assertThat(paty.says("sí").body()).isEqualTo(DONE);
        assertThat(paty.messagesSaid()).isLessThanOrEqualTo(6);
        assertBooked();
        assertThat(yume.rows("select distinct assistant from turn")).containsExactly(List.of("model"));
    }

    @Test
    void whatTheModelOnlyClaimsIsNotSaid() {
        model.says("¡Listo! Tu cita quedó agendada para mañana a las 5:00 p.m. con Beto.");
        var heard = paty.says("quiero un corte mañana a las 5 con beto, soy Paty López");
        assertThat(heard.body()).doesNotContain("quedó agendada").contains("¿");
        assertThat(yume.count("select count(*) from appointment")).isZero();
        paty.taps("Sí");
        assertBooked();
    }

    /** How a model can die, and the step of the conversation at which it does. */
    static Stream<Arguments> deaths() {
        record Death(String name, Consumer<ScriptedModel> how) {}
        var ways = List.of(new Death("5xx", model -> model.failsWith(503)), new Death("hangs up", ScriptedModel::hangsUp),
                new Death("garbles", ScriptedModel::garbles), new Death("empty", ScriptedModel::saysNothing));
        return ways.stream()
                .flatMap(death -> Stream.of(0, 1, 2, 3, 4).map(step -> Arguments.of(death.name(), step, death.how())));
    }

    @ParameterizedTest(name = "{0} at step {1}")
    @MethodSource("deaths")
    void theModelDiesAndTheBookingIsStillMade(String name, int step, Consumer<ScriptedModel> death) {
        script(0, step, death, model -> model.says("¡Hola! ¿Qué servicio te gustaría?"));
        paty.says("hola");
        script(1, step, death, model -> model.calls("check_availability", CHECK));
        script(2, step, death, model -> model.says("Tengo mañana a las 5:00 p.m. ¿Cómo te llamas?"));
        paty.says("corte con beto mañana a las 5");
        model.reset();
        script(3, step, death, model -> model.calls("book_appointment", BOOK));
        var summary = paty.says("soy Paty López");
        assertThat(summary.body()).contains("jueves 14 de enero", "5:00 p.m.", "Paty López");
        model.reset();
        script(4, step, death, model -> model.calls("book_appointment", BOOK));
        model.says(DONE);
        assertThat(paty.says("sí").body()).contains("jueves 14 de enero", "5:00 p.m.");
        assertBooked();
    }

    private void script(int at, int step, Consumer<ScriptedModel> death, Consumer<ScriptedModel> otherwise) {
        (at == step ? death : otherwise).accept(model);
    }

    private void assertBooked() {
        assertThat(yume.rows("""
                select a.local_start, s.name, m.name, a.customer_name, a.status from appointment a
                join service s on s.id = a.service_id join staff_member m on m.id = a.staff_id
                """)).containsExactly(List.of("2027-01-14 17:00:00", "Corte de cabello", "Beto", "Paty López", "confirmed"));
        assertThat(yume.count("select count(*) from effect")).isEqualTo(1);
    }
}
