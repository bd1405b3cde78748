package mx.yume.assistant.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;
import mx.yume.testing.ScriptedModel.Call;

/** Carla has not finished her onboarding: the model helps her through it, and has nothing else to offer. */
class JoiningModelTest {

    private static final String ONBOARDED = "select count(*) from staff_member where name like 'Carl%' and onboarded_at is not null";

    private final ScriptedModel model = ScriptedModel.start();
    private final PlainYume yume = PlainYume.fresh().with(model);
    private final Phone carla = yume.phone(SalonLupita.CARLAS_PHONE.e164());

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void whatSheSaysIsKeptAndTheNextThingIsAskedInYumesWords() {
        assertThat(carla.says("hola").body()).isNotBlank();
        model.calls("confirm_name", "{\"name\":\"Carla Ruiz\"}");
        var next = carla.says("uy no, ponle mejor mi apellido también: la Ruiz");
        assertThat(next.body()).isNotBlank();
        assertThat(yume.superuser().rows("select draft::text from flow where active").getFirst().getFirst())
                .contains("Carla Ruiz");
        assertThat(yume.superuser().rows("select assistant from turn order by started_at")).containsExactly(List.of("guided"),
                List.of("model"));
        assertThat(yume.superuser().count(ONBOARDED)).isZero();
    }

    @Test
    void herOtherToolsComeLater() {
        carla.says("hola");
        model.calls(new Call("business_schedule", "{}"));
        carla.says("oye y a ver quién viene hoy al salón");
        assertThat(model.requests().getFirst().tools()).containsExactlyInAnyOrder("confirm_name", "save_availability",
                "complete_tutorial");
        assertThat(yume.superuser().rows("select trace::text from turn order by started_at desc limit 1").getFirst().getFirst())
                .contains("UNKNOWN_TOOL");
    }

    @Test
    void aModelThatSaysSheIsDoneIsNotBelieved() {
        carla.says("hola");
        model.says("¡Listo, Carla! Ya quedaste registrada.");
        assertThat(carla.says("pues qué más o qué sigue de esto").body()).doesNotContain("quedaste");
        assertThat(yume.superuser().count(ONBOARDED)).isZero();
    }
}
