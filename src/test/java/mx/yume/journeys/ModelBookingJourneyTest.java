package mx.yume.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import mx.yume.testing.InjectScriptedModel;
import mx.yume.testing.ScriptedModel;
import mx.yume.testing.WithScriptedModel;

/** A customer books with the model assistant, from the signed webhook or the simulator into the outbox, whatever becomes of the model. */
@QuarkusTest
@TestProfile(WithScriptedModel.class)
class ModelBookingJourneyTest {

    private static final String PATY = "+525511112222";
    private static final String CHECK = "{\"service\":\"Corte de cabello\",\"from\":\"2027-01-14\",\"to\":\"2027-01-14\",\"staff\":\"Beto\"}";
    private static final String BOOK = "{\"service\":\"Corte de cabello\",\"start\":\"2027-01-14T17:00\",\"staff\":\"Beto\",\"customer_name\":\"Paty López\"}";
    private static final String DONE = "Listo, Paty: tu corte de cabello con Beto quedó para el jueves 14 de enero a las 5:00 p.m.";
    private static final String MOVE = "{\"appointment\":\"C1\",\"new_start\":\"2027-01-16T12:00\"}";
    private static final String MOVED = "Moví tu cita al sábado 16 de enero a las 12:00 p.m.";
    private static final String CANCEL = "{\"appointment\":\"C1\"}";
    private static final String CANCELLED = "Tu cita del sábado 16 de enero a las 12:00 p.m. quedó cancelada.";

    @Inject
    Yume yume;
    @InjectScriptedModel
    ScriptedModel model;

    private Chat paty;

    @BeforeEach
    void freshWorld() {
        yume.fresh();
        model.reset();
        paty = Chat.withSalon(yume, new TwilioDoor(), PATY);
    }

    static Stream<Named<Door>> doors() {
        return Stream.of(Named.of("Twilio", new TwilioDoor()), Named.of("the simulator", new SimulatorDoor()));
    }

    @ParameterizedTest(name = "over {0}")
    @MethodSource("doors")
    void aNewCustomerBooksInAtMostSixMessages(Door door) {
        paty = Chat.withSalon(yume, door, PATY);
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

    @ParameterizedTest(name = "over {0}")
    @MethodSource("doors")
    void anAppointmentIsBookedMovedAndCancelled(Door door) {
        paty = Chat.withSalon(yume, door, PATY);
        model.calls("book_appointment", BOOK);
        paty.says("corte con beto mañana a las 5, soy Paty López");
        model.calls("book_appointment", BOOK).says(DONE);
        paty.says("sí");
        assertBooked();
        model.calls("my_appointments", "{}").calls("reschedule_appointment", MOVE);
        assertThat(paty.says("quiero mover mi cita al sábado a mediodía").body()).contains("sábado 16 de enero");
        assertBooked();
        model.calls("reschedule_appointment", MOVE).says(MOVED);
        assertThat(paty.says("sí").body()).isEqualTo(MOVED);
        assertThat(visits()).containsExactly(List.of("2027-01-16 12:00:00", "confirmed", door.origin()));
        model.calls("cancel_appointment", CANCEL);
        assertThat(paty.says("mejor cancélala").body()).contains("sábado 16 de enero");
        assertThat(visits()).as("not without a yes").extracting(row -> row.get(1)).containsExactly("confirmed");
        model.calls("cancel_appointment", CANCEL).says(CANCELLED);
        assertThat(paty.says("sí").body()).isEqualTo(CANCELLED);
        assertThat(visits()).containsExactly(List.of("2027-01-16 12:00:00", "cancelled", door.origin()));
        assertThat(yume.count("select count(*) from reservation")).isZero();
        assertThat(yume.rows("select distinct assistant from turn")).containsExactly(List.of("model"));
        assertThat(model.left()).isZero();
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

    private List<List<String>> visits() {
        return yume.rows("select local_start, status, origin from appointment");
    }

    private void assertBooked() {
        assertThat(yume.rows("""
                select a.local_start, s.name, m.name, a.customer_name, a.status from appointment a
                join appointment_part t on t.appointment_id = a.id
                join service s on s.id = t.service_id join staff_member m on m.id = t.staff_id
                """)).containsExactly(List.of("2027-01-14 17:00:00", "Corte de cabello", "Beto", "Paty López", "confirmed"));
        assertThat(yume.count("select count(*) from effect")).isEqualTo(1);
    }
}
