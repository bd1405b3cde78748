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
        assertThat(yume.superuser().rows("select steps::text from turn_trace order by started_at desc limit 1").getFirst()
                .getFirst())
                .contains("UNKNOWN_TOOL");
    }

    @Test
    void aModelThatSaysSheIsDoneIsNotBelieved() {
        carla.says("hola");
        model.says("¡Listo, Carla! Ya quedaste registrada.");
        assertThat(carla.says("pues qué más o qué sigue de esto").body()).doesNotContain("quedaste");
        assertThat(yume.superuser().count(ONBOARDED)).isZero();
    }

    @Test
    void nobodyIsNamedInTheirPlace() {
        carla.says("hola");
        model.calls("confirm_name", "{\"name\":\"Carla\"}");
        assertThat(carla.says("pues qué más o qué sigue de esto").body()).contains("¿Así te llamas?");
        assertThat(yume.superuser().rows("select draft->>'name' from flow where active")).containsExactly(List.of("null"));
    }

    @Test
    void whatTheModelSaysSheAgreedToIsShownToHerFirst() {
        var beto = yume.phone(SalonLupita.BETOS_PHONE.e164());
        yume.superuser()
                .execute("update staff_member set onboarded_at = null where id = '%s'".formatted(SalonLupita.BETO.value()));
        beto.says("hola");
        beto.says("sí");
        model.calls(new Call("save_availability", "{\"same_as_business\":true}"), new Call("complete_tutorial", "{}"));
        assertThat(beto.says("oye y a todo esto quién más trabaja en este lugar").body()).contains("¿Así está bien?");
        assertThat(yume.superuser().count("select count(*) from effect")).isZero();
        assertThat(beto.says("sí").body()).contains("Así se usa");
        assertThat(beto.says("ok").body()).contains("¡Listo, Beto!");
    }

    @Test
    void howItWorksIsSentBeforeItCountsAsSeen() {
        model.calls(new Call("confirm_name", "{\"name\":\"Carla Ruiz\"}"), new Call("complete_tutorial", "{}"));
        carla.says("hola");
        assertThat(carla.says("uy no, ponle mejor mi apellido también: la Ruiz").body()).contains("Así se usa");
        assertThat(yume.superuser().count(ONBOARDED)).isZero();
    }
}
