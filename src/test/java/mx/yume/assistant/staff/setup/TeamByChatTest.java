package mx.yume.assistant.staff.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.testing.Phone;
import mx.yume.testing.PlainYume;
import mx.yume.testing.SalonLupita;

class TeamByChatTest {

    private static final String TEAM = "select name, coalesce(phone, ''), permission, active::text from staff_member order by position";

    private final PlainYume yume = PlainYume.fresh();
    private final Phone lupita = yume.phone("+525510000001");

    @Test
    void somebodyJoinsWithTheHoursOfTheBusinessAndEverythingOnTheMenu() {
        assertThat(lupita.says("agrega a Dani 55 1234 5678 como estilista").body()).contains("Agrego a Dani", "+525512345678",
                "Atiende", "Corte de cabello");
        assertThat(lupita.says("sí").body()).contains("Dani ya está en el equipo");
        assertThat(team()).contains(List.of("Dani", "+525512345678", "staff", "true"));
        assertThat(yume.superuser().count("""
                select count(*) from staff_skill k join staff_member m on m.id = k.staff_id where m.name = 'Dani'"""))
                .isEqualTo(8);
        assertThat(yume.superuser().count("""
                select count(*) from staff_hours h join staff_member m on m.id = h.staff_id where m.name = 'Dani'"""))
                .isEqualTo(6);
        assertThat(yume.phone("+525511110001").says("corte con Dani mañana a las 5").body()).contains("¿a nombre de quién");
    }

    @Test
    void whatIsMissingIsAsked() {
        assertThat(lupita.says("quiero dar de alta a una estilista nueva").body()).contains("¿Cómo se llama?");
        assertThat(lupita.says("Dani").body()).contains("WhatsApp de Dani");
        assertThat(lupita.says("55 1234 5678").body()).contains("Agrego a Dani");
        lupita.taps("Sí");
        assertThat(team()).contains(List.of("Dani", "+525512345678", "staff", "true"));
    }

    @Test
    void aPhoneThatSomebodyHasIsNotTakenTwice() {
        lupita.says("agrega a Dani 5510000003 como barbero");
        assertThat(lupita.says("sí").body()).contains("ya es de Beto");
        assertThat(team()).hasSize(4);
    }

    @Test
    void anAdminGivesNoPermissionOfTheirOwn() {
        var ana = yume.phone(SalonLupita.ANAS_PHONE.e164());
        assertThat(ana.says("agrega a Dani 55 1234 5678 como administradora").body()).contains("Atiende");
        ana.says("sí");
        assertThat(team()).contains(List.of("Dani", "+525512345678", "staff", "true"));
        assertThat(ana.says("haz administrador a Beto").body()).contains("no lo puedes hacer");
    }

    @Test
    void somebodyLeavesAndTheirAppointmentsAreAskedAbout() {
        var paty = yume.phone("+525511110001");
        paty.says("barba con Beto mañana a las 5, soy Paty López");
        paty.says("sí");
        assertThat(lupita.says("quita a Beto del equipo").body()).contains("¿Quito a Beto del equipo?");
        assertThat(lupita.taps("Sí").body()).contains("Tiene 1 cita por venir", "Paty López");
        assertThat(lupita.taps("Cancelarlas").body()).startsWith("Quito a Beto y CANCELO 1 ");
        assertThat(lupita.says("sí").body()).contains("Beto ya no está en el equipo", "Citas canceladas: 1");
        assertThat(team()).contains(List.of("Beto", "+525510000003", "staff", "false"));
        assertThat(yume.superuser().rows("select status from appointment")).containsExactly(List.of("cancelled"));
    }

    @Test
    void anOwnerStays() {
        assertThat(yume.phone(SalonLupita.ANAS_PHONE.e164()).says("quita a Lupita del equipo").body()).contains("dueño");
        assertThat(team()).allMatch(row -> row.getLast().equals("true"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"haz administrador a Beto", "dale permiso de administrador a Beto",
            "quiero que Beto sea administrador"})
    void aPermissionIsChanged(String words) {
        assertThat(lupita.says(words).body()).contains("Beto", "«Atiende» a «Administra»");
        assertThat(lupita.says("va").body()).contains("ahora es: Administra");
        assertThat(team()).contains(List.of("Beto", "+525510000003", "admin", "true"));
    }

    @Test
    void aServiceIsAddedAndTakenOffAgain() {
        assertThat(lupita.says("agrega keratina 2 horas $1,200").body()).contains("Keratina: $1,200, 2 h");
        assertThat(lupita.says("si").body()).contains("agregué Keratina");
        assertThat(yume.phone("+525511110001").says("¿cuánto cuesta la keratina?").body()).contains("$1,200");
        assertThat(lupita.says("quita keratina del menú").body()).contains("¿Quito Keratina del menú?");
        assertThat(lupita.says("sí").body()).isEqualTo("Listo, quité Keratina del menú.");
        assertThat(yume.superuser().count("select count(*) from service where active")).isEqualTo(8);
    }

    @Test
    void anUnfinishedServiceIsAskedAbout() {
        assertThat(lupita.says("agrega un servicio nuevo: cejas").body()).contains("¿Cuánto dura Cejas?");
        assertThat(lupita.says("media hora").body()).contains("¿Cuánto cuesta Cejas?");
        assertThat(lupita.says("150").body()).contains("Cejas: $150, 30 min");
        lupita.taps("Sí");
        assertThat(yume.superuser().count("select count(*) from service where name = 'Cejas' and duration_minutes = 30"))
                .isOne();
    }

    private List<List<String>> team() {
        return yume.superuser().rows(TEAM);
    }
}
