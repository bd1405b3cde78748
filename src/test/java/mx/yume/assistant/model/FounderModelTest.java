package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;
import mx.yume.testing.ScriptedModel.Call;

/** Founders and the model assistant: it fills the draft that the guided one goes on from, and never founds anything by itself. */
class FounderModelTest {

    private static final String BUSINESSES = "select count(*) from organization";

    private final ScriptedModel model = ScriptedModel.start();
    private final PlainYume yume = PlainYume.fresh().with(model);
    private final Phone rosa = yume.phone("+525577778888").to(SalonLupita.CENTRAL_NUMBER);

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void severalThingsInOneMessageAreAllKeptAndTheNextIsAsked() {
        sheTellsSeveralThings();
    }

    private void sheTellsSeveralThings() {
        model.calls(new Call("save_business_info",
                "{\"name\":\"Uñas Rosita\",\"type\":\"nail_salon\",\"owner_name\":\"Rosa\",\"city\":\"Puebla\"}"),
                new Call("add_service", "{\"name\":\"Gelish\",\"duration_minutes\":60,\"price_pesos\":300}"),
                new Call("save_business_hours", "{\"hours\":\"lunes a viernes de 10 a 19\"}"));
        var asked = rosa.says("quiero lo de yume para mi localito, ahí te va todo lo que hago y cómo le hago");
        assertThat(asked.body()).contains("¿");
        assertThat(model.requests()).hasSize(1);
        assertThat(flow()).contains("Uñas Rosita", "Gelish");
        assertThat(assistant()).isEqualTo("model");
        assertThat(yume.superuser().count(BUSINESSES)).isEqualTo(2);
    }

    @Test
    void itIsFoundedOnlyAfterTheYesAndWithoutTheModel() {
        sheTellsSeveralThings();
        model.calls("add_staff_member", "{}");
        var summary = rosa.says("nomás yo atiendo, con mis manitas");
        assertThat(summary.body()).contains("Uñas Rosita", "Gelish");
        assertThat(yume.superuser().count(BUSINESSES)).isEqualTo(2);
        rosa.says("sí");
        assertThat(yume.superuser().count(BUSINESSES)).isEqualTo(3);
        assertThat(assistant()).isEqualTo("guided");
    }

    @Test
    void aModelThatSaysItIsDoneIsNotBelieved() {
        model.says("¡Listo! Tu negocio quedó registrado y tu número está activo.");
        assertThat(rosa.says("quiero dar de alta mi salón de uñas").body()).doesNotContain("quedó registrado");
        assertThat(assistant()).isEqualTo("guided");
        assertThat(yume.superuser().count(BUSINESSES)).isEqualTo(2);
    }

    @Test
    void completingWithoutEverythingAsksForWhatIsMissing() {
        model.calls("complete_onboarding", "{}");
        assertThat(rosa.says("ya con eso, dale de alta a mi changarrito").body()).isNotBlank();
        assertThat(yume.superuser().count(BUSINESSES)).isEqualTo(2);
    }

    @Test
    void nobodyElsesToolIsThere() {
        model.calls("update_my_info", "{\"name\":\"Rosa\"}");
        rosa.says("quiero dar de alta mi salón de uñas");
        assertThat(trace()).contains("UNKNOWN_TOOL");
        assertThat(model.requests().getFirst().tools()).contains("save_business_info", "complete_onboarding")
                .doesNotContain("book_appointment", "my_schedule");
    }

    @Test
    void whenTheModelDiesTheDraftIsTheGuidedAssistantsToo() {
        sheTellsSeveralThings();
        model.failsWith(500);
        assertThat(rosa.says("solo yo").body()).contains("Uñas Rosita", "Gelish");
    }

    private String flow() {
        return yume.superuser().rows("select draft::text from flow where active").getFirst().getFirst();
    }

    private String assistant() {
        return last("assistant");
    }

    private String trace() {
        return yume.superuser().rows("select steps::text from turn_trace order by started_at desc, turn_id desc limit 1")
                .getFirst()
                .getFirst();
    }

    private String last(String column) {
        return yume.superuser().rows("select " + column + " from turn order by started_at desc, id desc limit 1").getFirst()
                .getFirst();
    }
}
