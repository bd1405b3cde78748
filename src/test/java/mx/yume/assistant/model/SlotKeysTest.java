package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.ScriptedModel;

/** Free times go to the model under keys, which stand for the same times in the next turn. */
class SlotKeysTest {

    private static final String FRIDAY = "{\"service\":\"Barba\",\"from\":\"2027-01-15T16:00\",\"to\":\"2027-01-15T17:00\"}";

    private final ScriptedModel model = ScriptedModel.start();
    private final PlainYume yume = PlainYume.fresh().with(model);
    private final Phone paty = yume.phone("+525511112222");

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theSecondOfThoseOfferedBeforeIsBookedByItsKey() {
        model.calls("check_availability", FRIDAY).says("El viernes hay a las 4:00 p.m. o a las 4:15 p.m. ¿Cuál te gusta?");
        paty.says("quiero que me hagan la barba el viernes en la tarde");
        model.calls("book_appointment", "{\"service\":\"Barba\",\"start\":\"S2\",\"customer_name\":\"Paty\"}");
        assertThat(paty.says("la segunda está bien, soy Paty").body()).contains("viernes 15 de enero", "4:15 p.m.");
        assertThat(model.requests().getLast().said("system").getFirst())
                .contains("horas ya ofrecidas: S1 viernes 15 de enero, 4:00 p.m.; S2 viernes 15 de enero, 4:15 p.m.; S3 ");
        paty.taps("Sí");
        assertThat(yume.superuser().rows("select local_start, status from appointment"))
                .containsExactly(List.of("2027-01-15 16:15:00", "confirmed"));
    }

    @Test
    void aKeyThatStandsForNothingAnyMoreIsToldToTheModel() {
        model.calls("book_appointment", "{\"service\":\"Barba\",\"start\":\"S2\",\"customer_name\":\"Paty\"}")
                .says("¿Qué día y a qué hora te gustaría?");
        paty.says("quiero que me hagan la barba, soy Paty");
        assertThat(model.requests().getLast().said("tool")).containsExactly(
                "La clave S2 ya no vale: consulta otra vez con check_availability o escribe la hora como AAAA-MM-DDTHH:MM.");
        assertThat(yume.superuser().count("select count(*) from appointment")).isZero();
    }

    @Test
    void whatTheGuidedAssistantOfferedHasKeysToo() {
        model.failsWith(500);
        var offered = paty.says("quiero que me hagan la barba el viernes a cualquier hora");
        assertThat(offered.options()).isNotEmpty();
        model.says("Claro, ¿cuál de esas?");
        paty.says("mmm déjame ver bien cuál me late");
        assertThat(model.requests().getLast().said("system").getFirst()).contains("horas ya ofrecidas: S1 viernes 15 de enero");
    }
}
