package mx.yume.assistant.staff.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.business.Permission;
import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.ScriptedModel;

/** Staff say by chat which notices they want: each for themselves, whatever their permission. */
class NoticesByChatTest {

    private final PlainYume yume = PlainYume.fresh();
    private final Phone beto = yume.phone(SalonLupita.BETOS_PHONE.e164());

    @Test
    void whatIsSilencedIsSilencedForThemAlone() {
        assertThat(beto.says("no me avises de citas nuevas").body()).contains("silencié tus avisos de citas nuevas");
        assertThat(preferences()).containsExactly(List.of("Beto", "new_bookings", "f"));
        assertThat(beto.says("¿qué avisos tengo?").body()).contains("Citas nuevas: silenciados", "Cambios: sí te llegan",
                "Agenda diaria: silenciados");
        assertThat(beto.says("avísame de citas nuevas").body()).contains("te llegan los avisos de citas nuevas");
        assertThat(preferences()).containsExactly(List.of("Beto", "new_bookings", "t"));
    }

    @Test
    void severalAtOnceAndEverything() {
        beto.says("silencia los cambios y las cancelaciones");
        assertThat(preferences()).containsExactly(List.of("Beto", "cancellations", "f"), List.of("Beto", "moves", "f"));
        beto.says("no me avises de nada");
        assertThat(preferences()).hasSize(4).allMatch(row -> row.getLast().equals("f"));
        assertThat(beto.says("mándame la agenda diaria").body()).contains("te llegan los avisos de agenda diaria");
    }

    @Test
    void whatIsSoAlreadyIsSaidAndNothingIsStored() {
        assertThat(beto.says("avísame de los cambios").body()).contains("Así ya estaban");
        assertThat(preferences()).isEmpty();
    }

    @Test
    void whichOnesIsAskedWhereItWasNotSaidAndTapped() {
        var asked = beto.says("no quiero avisos");
        assertThat(asked.body()).contains("¿Qué avisos ya no quieres?");
        assertThat(asked.titles()).contains("Silenciar citas nuevas", "Silenciar cancelaciones", "Silenciar todos");
        assertThat(beto.taps("Silenciar cancelaciones").body()).contains("silencié tus avisos de cancelaciones");
        assertThat(preferences()).containsExactly(List.of("Beto", "cancellations", "f"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAJA", "stop", "Baja."})
    void staffWhoWriteBajaAreAskedWhichNoticesAndStayWhoTheyAre(String word) {
        assertThat(beto.says(word).body()).contains("¿Qué avisos ya no quieres?", "te contesto igual");
        assertThat(yume.superuser().count("select count(*) from person where opted_out_at is not null")).isZero();
        assertThat(beto.says("¿qué tengo hoy?").body()).contains("Tu agenda");
        assertThat(beto.says("ALTA").body()).contains("¿Qué avisos quieres recibir?");
        assertThat(preferences()).isEmpty();
    }

    @Test
    void bajaInTheMiddleOfAnOrderIsAnsweredAndTheOrderGoesOn() {
        assertThat(beto.says("bloquea mañana de 2 a 4").body()).contains("¿");
        assertThat(beto.says("BAJA").body()).contains("¿Qué avisos ya no quieres?", "mañana");
        assertThat(beto.says("sí").body()).doesNotContain("avisos");
        assertThat(yume.superuser().count("select count(*) from block")).isPositive();
    }

    @Test
    void bajaInsideASentenceIsNone() {
        var lupita = yume.phone(SalonLupita.LUPITAS_PHONE.e164());
        assertThat(lupita.says("baja el precio del corte a 200").body()).doesNotContain("avisos");
        assertThat(lupita.says("da de baja a Beto").body()).doesNotContain("avisos");
        assertThat(preferences()).isEmpty();
    }

    @Test
    void whoJoinsAndWritesBajaGoesOnJoining() {
        var carla = yume.phone(SalonLupita.CARLAS_PHONE.e164());
        carla.says("hola");
        assertThat(carla.says("BAJA").body()).contains("qué avisos no quieres", "¿Así te llamas?");
        assertThat(yume.superuser().count("select count(*) from person where opted_out_at is not null")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWNER", "ADMIN", "STAFF", "VIEWER"})
    void everyPermissionMay(Permission permission) {
        yume.superuser().execute("update staff_member set onboarded_at = now()");
        var number = switch (permission) {
            case OWNER -> SalonLupita.LUPITAS_PHONE;
            case ADMIN -> SalonLupita.ANAS_PHONE;
            case STAFF -> SalonLupita.BETOS_PHONE;
            case VIEWER -> SalonLupita.CARLAS_PHONE;
        };
        yume.phone(number.e164()).says("silencia las cancelaciones");
        assertThat(preferences()).hasSize(1);
    }

    @Test
    void byTheCentralNumberItIsTheirBusinesssAllTheSame() {
        beto.to(SalonLupita.CENTRAL_NUMBER).says("silencia las cancelaciones");
        assertThat(preferences()).containsExactly(List.of("Beto", "cancellations", "f"));
    }

    @Test
    void customersHaveNoSuchThing() {
        yume.phone("+525511112222").says("silencia las cancelaciones");
        assertThat(preferences()).isEmpty();
    }

    @Test
    void aModelSilencesAtOnceWhatWasAskedForAndShowsFirstWhatWasNot() {
        try (var model = ScriptedModel.start()) {
            var with = yume.with(model);
            var words = with.phone(SalonLupita.BETOS_PHONE.e164());
            model.reset().calls("notice_preferences", "{\"kinds\":[\"cancellations\"],\"wanted\":false}");
            assertThat(words.says("silencia las cancelaciones porfa").body()).contains("silencié");
            assertThat(preferences()).containsExactly(List.of("Beto", "cancellations", "f"));
            model.reset().calls("notice_preferences", "{\"kinds\":[\"moves\"],\"wanted\":false}");
            assertThat(words.says("oye qué onda con todo esto").body()).contains("¿Silencio tus avisos de cambios?");
            assertThat(preferences()).hasSize(1);
            model.reset();
            assertThat(words.taps("Sí").body()).contains("silencié tus avisos de cambios");
            assertThat(preferences()).hasSize(2);
            model.reset();
            words.says("BAJA");
            assertThat(model.requests()).as("no model is asked what BAJA means").isEmpty();
        }
    }

    private List<List<String>> preferences() {
        return yume.superuser().rows("""
                select s.name, p.kind, p.wanted from notice_preference p join staff_member s on s.id = p.staff_id
                order by s.name, p.kind""");
    }
}
