package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** Staff and the model assistant: what their permission allows, done after a yes, and told in Yume's words. */
class StaffModelTest {

    private static final String CORTE_180 = "{\"service\":\"Corte de cabello\",\"price\":180}";

    private final ScriptedModel model = ScriptedModel.start();
    private final PlainYume yume = PlainYume.fresh().with(model);
    private final Phone lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
    private final Phone ana = yume.phone(SalonLupita.ANAS_PHONE.e164());

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void theModelUnderstandsAndTheSystemAsksAndDoes() {
        model.calls("update_service", CORTE_180);
        var shown = lupita.says("oye ponle al cortecito ciento ochenta");
        assertThat(shown.body()).contains("$180");
        assertThat(price()).isEqualTo("25000");
        assertThat(assistant()).isEqualTo("model");
        assertThat(lupita.says("sí").body()).contains("$180");
        assertThat(price()).isEqualTo("18000");
        assertThat(assistant()).as("a yes needs no model").isEqualTo("guided");
        assertThat(model.requests()).hasSize(1);
    }

    @Test
    void onlyWhatTheirPermissionAllowsIsOffered() {
        model.says("¿En qué te ayudo?").says("¿En qué te ayudo?");
        lupita.says("oye qué onda con esto");
        ana.says("oye qué onda con esto");
        assertThat(model.requests().getFirst().tools()).contains("update_service");
        assertThat(model.requests().getLast().tools()).doesNotContain("update_service");
        assertThat(model.requests().getFirst().said("system").getFirst()).contains("Hablas con Lupita, que es dueña o dueño",
                "miércoles 13 de enero, 10:00 a.m. (2027-01-13T10:00, zona America/Mexico_City)",
                "- Corte de cabello: 45 min, $250",
                "- Carla (solo consulta)", "Trámite en curso: ninguno");
    }

    @Test
    void aToolThatIsNotTheirsIsRefusedTracedAndExplained() {
        model.calls("update_service", CORTE_180);
        assertThat(ana.says("oye ponle al cortecito ciento ochenta").body()).contains("permiso");
        assertThat(price()).isEqualTo("25000");
        assertThat(trace()).contains("update_service → Forbidden");
        assertThat(yume.superuser().count("select count(*) from effect")).isZero();
    }

    @Test
    void aToolThatNobodyHasEndsTheModelsTurn() {
        model.calls("give_everything_away", "{}");
        assertThat(lupita.says("oye qué onda con esto").body()).isNotEmpty();
        assertThat(assistant()).isEqualTo("guided");
        assertThat(trace()).contains("UNKNOWN_TOOL");
    }

    @Test
    void whatTheModelOnlyClaimsToHaveDoneIsNotSaid() {
        model.says("¡Listo! Ya cambié el precio del corte a $180.");
        assertThat(lupita.says("sube el corte de cabello a 180").body()).doesNotContain("cambié").contains("$180");
        assertThat(assistant()).isEqualTo("guided");
        assertThat(trace()).contains("UNFOUNDED_CLAIM");
        assertThat(price()).isEqualTo("25000");
    }

    @Test
    void aYesAfterAnAnswerInBetweenIsToWhatWasShownAgain() {
        model.calls("update_service", CORTE_180).says("Estoy para ayudarte con el negocio.");
        lupita.says("oye ponle al cortecito ciento ochenta");
        var between = lupita.says("cuéntame un chiste");
        assertThat(between.body()).contains("Estoy para ayudarte").contains("$180");
        assertThat(between.titles()).contains("Sí");
        lupita.says("sí");
        assertThat(price()).isEqualTo("18000");
    }

    @Test
    void whenTheModelDiesTheGuidedAssistantGoesOnWithTheSameOrder() {
        model.calls("update_service", "{\"service\":\"Corte de cabello\"}").failsWith(503);
        lupita.says("oye cámbiale al cortecito");
        lupita.says("el precio a 180");
        lupita.says("sí");
        assertThat(price()).isEqualTo("18000");
    }

    @Test
    void whatNobodyAskedForIsShownBeforeAModelMarksIt() {
        var day = new StaffDay();
        var visit = day.visit("Paty López", SalonLupita.CORTE, SalonLupita.BETO, StaffDay.at(0, 11, 0));
        day.now(0, 11, 20);
        var beto = day.yume.with(model).phone(SalonLupita.BETOS_PHONE.e164());
        model.calls("mark_no_show", "{\"time\":\"11:00\"}");
        assertThat(beto.says("oye qué onda con el señor de ahorita").body()).startsWith("Marco que no llegó:\nPaty López");
        assertThat(day.status(visit)).isEqualTo("confirmed");
        beto.says("sí");
        assertThat(day.status(visit)).isEqualTo("no_show");
    }

    @Test
    void aModelSettlesNoDispute() {
        model.calls("settle_dispute", "{\"appointment\":\"ffffffff-0000-7000-8000-000000000001\",\"came\":true}");
        lupita.says("oye qué onda con esto");
        assertThat(model.requests().getFirst().tools()).isNotEmpty().doesNotContain("settle_dispute");
        assertThat(trace()).contains("UNKNOWN_TOOL");
    }

    private String price() {
        return yume.superuser().rows("select price_centavos from service where name = 'Corte de cabello'").getFirst()
                .getFirst();
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
