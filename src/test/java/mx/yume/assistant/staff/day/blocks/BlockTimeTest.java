package mx.yume.assistant.staff.day.blocks;

import static mx.yume.assistant.staff.day.StaffDay.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import mx.yume.assistant.staff.day.StaffDay;
import mx.yume.testing.SalonLupita;

class BlockTimeTest {

    private final StaffDay day = new StaffDay();

    @Test
    void timeIsBlockedAfterAYes() {
        assertThat(day.beto.says("bloquea mañana de 2 a 4").body())
                .isEqualTo("Bloqueo tu agenda:\nmañana jueves 14 de enero, de 2:00 p.m. a 4:00 p.m.\n¿Así está bien?");
        assertThat(blocks()).isEmpty();
        assertThat(day.beto.taps("Sí").body())
                .isEqualTo("Listo, bloqueé tu agenda: mañana jueves 14 de enero, de 2:00 p.m. a 4:00 p.m.");
        assertThat(blocks()).containsExactly("Beto 2027-01-14 14:00 2027-01-14 16:00 ");
        assertThat(flows()).containsExactly(List.of("BLOCK_TIME", "CONFIRMED"));
        assertThat(day.column("select tool from effect")).containsExactly("block_time");
    }

    @Test
    void whatIsMissingIsAskedInTurn() {
        assertThat(day.beto.says("bloquea").body()).startsWith("¿Qué día?");
        assertThat(state()).isEqualTo("COLLECTING_DATE_RANGE");
        assertThat(day.beto.says("el viernes").body()).isEqualTo("¿Todo el día, o de qué hora a qué hora?");
        assertThat(state()).isEqualTo("COLLECTING_TIME_RANGE");
        assertThat(day.beto.says("de 12 a 2").body()).contains("viernes 15 de enero, de 12:00 p.m. a 2:00 p.m.");
        assertThat(day.beto.taps("Poner motivo").body()).isEqualTo("¿Cuál es el motivo?");
        assertThat(state()).isEqualTo("COLLECTING_REASON");
        assertThat(day.beto.says("Cita con el dentista").body()).contains("Motivo: Cita con el dentista");
        day.beto.says("sí");
        assertThat(blocks()).containsExactly("Beto 2027-01-15 12:00 2027-01-15 14:00 Cita con el dentista");
    }

    @Test
    void visitsInThatTimeAreListedAndStay() {
        var paty = day.visit("Paty López", SalonLupita.CORTE, SalonLupita.BETO, at(1, 15, 0));
        assertThat(day.beto.says("no voy mañana").body()).contains("mañana jueves 14 de enero, todo el día",
                "En ese tiempo hay estas citas, que se quedan como están:",
                "• mañana jueves 14 de enero, 3:00 p.m. Paty López: Corte de cabello con Beto");
        assertThat(day.beto.says("sí").body()).endsWith("Las citas que había se quedan: 1.");
        assertThat(day.status(paty)).isEqualTo("confirmed");
        assertThat(blocks()).hasSize(1);
    }

    @Test
    void aVisitThatWasBookedMeanwhileIsShownBeforeItCounts() {
        day.beto.says("bloquea mañana de 2 a 5");
        day.visit("Juan", SalonLupita.BARBA, SalonLupita.BETO, at(1, 15, 0));
        assertThat(day.beto.says("sí").body()).contains("Juan: Barba con Beto", "¿Así está bien?");
        assertThat(blocks()).isEmpty();
        day.beto.says("sí");
        assertThat(blocks()).hasSize(1);
    }

    @Test
    void othersAreBlockedByWhoeverMay() {
        assertThat(day.beto.says("bloquea a Ana mañana de 2 a 4").body())
                .startsWith("Con tu permiso solo puedes bloquear tu propio");
        assertThat(day.beto.says("el lunes no abrimos en la tarde").body()).startsWith("Con tu permiso solo");
        assertThat(day.ana.says("bloquea a Beto mañana de 2 a 4").body()).startsWith("Bloqueo la agenda de Beto:");
        day.ana.says("sí");
        assertThat(blocks()).containsExactly("Beto 2027-01-14 14:00 2027-01-14 16:00 ");
    }

    @Test
    void everybodyIsBlockedAtOnceAndGivenBackAtOnce() {
        assertThat(day.lupita.says("bloquea a todos el viernes todo el día").body()).contains("la agenda de todos",
                "todo el día");
        day.lupita.says("sí");
        assertThat(day.yume.superuser().count("select count(distinct staff_id) from block")).isGreaterThanOrEqualTo(3);
        assertThat(day.lupita.says("quita el bloqueo del viernes").body()).contains("la agenda de todos",
                "viernes 15 de enero");
        day.lupita.says("sí");
        assertThat(blocks()).isEmpty();
    }

    @Test
    void whoCannotCloseTheBusinessBlocksEverybody() {
        assertThat(day.ana.says("el lunes no abrimos en la tarde").body())
                .startsWith("Bloqueo la agenda de todos:\nlunes 18 de enero");
        day.ana.says("sí");
        assertThat(day.yume.superuser().count("select count(distinct staff_id) from block")).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aNameThatMeansSeveralIsAskedAboutAndOneThatMeansNobodyIsSaidSo() {
        day.yume.superuser().execute("update staff_member set name = 'Beto Ruiz' where name = 'Carla'");
        day.yume.superuser().execute("update staff_member set name = 'Beto Gil' where name = 'Beto'");
        var asked = day.ana.says("bloquea a Beto mañana de 2 a 4");
        assertThat(asked.body()).isEqualTo("¿De quién?");
        assertThat(day.ana.taps("Beto Gil").body()).startsWith("Bloqueo la agenda de Beto Gil:");
        assertThat(day.ana.says("no").body()).isEqualTo("Listo, no hice nada.");
        assertThat(day.ana.says("bloquea a Rigoberto mañana de 2 a 4").body())
                .isEqualTo("No hay nadie que se llame así en el equipo.");
        assertThat(day.beto.says("bloquea a Rigoberto mañana de 2 a 4").body()).startsWith("Con tu permiso solo");
        assertThat(blocks()).isEmpty();
    }

    @Test
    void aViewerBlocksNothing() {
        assertThat(day.carla.says("bloquea mañana de 2 a 4").body()).contains("no lo puedes hacer");
        assertThat(day.carla.says("quita el bloqueo de mañana").body()).contains("no lo puedes hacer");
    }

    @Test
    void whatIsPastCannotBeBlocked() {
        assertThat(day.beto.says("bloquea el 4 de enero de 2027 todo el día").body()).isNotBlank();
        assertThat(blocks()).isEmpty();
    }

    @Test
    void aBlockIsGivenBackAfterAYes() {
        block("bloquea mañana de 2 a 4");
        assertThat(day.beto.says("quita el bloqueo de mañana").body()).isEqualTo("""
                Quito este bloqueo de tu agenda:
                mañana jueves 14 de enero, de 2:00 p.m. a 4:00 p.m.
                ¿Así está bien?""");
        assertThat(blocks()).hasSize(1);
        assertThat(day.beto.says("sí").body()).startsWith("Listo, quité el bloqueo de tu agenda");
        assertThat(blocks()).isEmpty();
        assertThat(day.beto.says("quita el bloqueo de mañana").body()).isEqualTo("Ahí no hay nada bloqueado.");
    }

    @Test
    void oneDayOfSeveralIsGivenBackAlone() {
        block("vacaciones del 20 al 25 de enero");
        assertThat(day.beto.says("quita el bloqueo del 22 de enero").body()).contains("solo en este tiempo",
                "viernes 22 de enero",
                "Lo demás sigue bloqueado.");
        day.beto.says("sí");
        assertThat(blocks()).hasSize(2);
    }

    @Test
    void severalBlocksAreAskedAbout() {
        block("bloquea mañana de 10 a 11");
        block("bloquea mañana de 2 a 4");
        var asked = day.beto.says("quita el bloqueo de mañana");
        assertThat(asked.body()).isEqualTo("¿Cuál bloqueo quito?");
        assertThat(asked.options()).hasSize(2);
        day.beto.taps(asked.options().get(1));
        day.beto.says("sí");
        assertThat(blocks()).containsExactly("Beto 2027-01-14 10:00 2027-01-14 11:00 ");
    }

    @Test
    void staffCannotGiveBackTheTimeOfOthers() {
        day.ana.says("bloquea mañana de 2 a 4");
        day.ana.says("sí");
        assertThat(day.beto.says("quita el bloqueo de mañana").body()).isEqualTo("Ahí no hay nada bloqueado.");
        assertThat(day.beto.says("desbloquea a Ana mañana").body()).startsWith("Con tu permiso solo");
        assertThat(blocks()).hasSize(1);
    }

    @Test
    void whoMayNotBlockOthersGivesBackOnlyTheirOwnOfWhatComesBackEveryWeek() {
        day.lupita.says("bloquea a todos los sábados de 2 a 4");
        assertThat(day.lupita.says("sí").body()).startsWith("Listo, bloqueé la agenda de todos");
        int before = weekly();
        assertThat(before).isGreaterThan(2);
        assertThat(day.beto.says("desbloquea el sábado").body()).startsWith("Este bloqueo de tu agenda se repite cada semana");
        day.beto.says("sí");
        assertThat(weekly()).isEqualTo(before - 1);
        assertThat(
                day.column("select name from staff_member s where not exists (select 1 from weekly_break where staff_id = s.id)"
                        + " and permission <> 'viewer'"))
                .containsExactly("Beto");
        assertThat(day.lupita.says("desbloquea a Ana el sábado").body()).startsWith("Este bloqueo de la agenda de Ana");
        day.lupita.says("sí");
        assertThat(weekly()).isEqualTo(before - 2);
    }

    @Test
    void everybodyWhoseWeeklyTimeIsGivenBackIsNamed() {
        day.lupita.says("bloquea a todos los sábados de 2 a 4");
        day.lupita.says("sí");
        day.beto.says("desbloquea el sábado");
        day.beto.says("sí");
        assertThat(day.lupita.says("desbloquea el sábado").body()).doesNotContain("todos").contains("Ana", "Lupita");
        day.lupita.says("sí");
        assertThat(weekly()).isZero();
    }

    private int weekly() {
        return (int) day.yume.superuser().count("select count(*) from weekly_break");
    }

    @Test
    void theCentralNumberBlocksTheSame() {
        var central = day.beto.to(SalonLupita.CENTRAL_NUMBER);
        central.says("bloquea mañana de 2 a 4");
        central.says("sí");
        assertThat(blocks()).hasSize(1);
        assertThat(day.column("select tool from effect where organization_id = '00000000-0000-7000-8000-000000000000'"))
                .containsExactly("block_time");
        central.says("quita el bloqueo de mañana");
        central.says("sí");
        assertThat(blocks()).isEmpty();
    }

    @Test
    void aNoBlocksNothing() {
        day.beto.says("bloquea mañana de 2 a 4");
        assertThat(day.beto.says("no").body()).isEqualTo("Listo, no hice nada.");
        assertThat(blocks()).isEmpty();
    }

    private void block(String words) {
        day.beto.says(words);
        day.beto.says("sí");
    }

    private List<String> blocks() {
        return day.column("""
                select m.name || ' ' || to_char(b.starts_at at time zone 'America/Mexico_City', 'YYYY-MM-DD HH24:MI') || ' '
                    || to_char(b.ends_at at time zone 'America/Mexico_City', 'YYYY-MM-DD HH24:MI') || ' ' || b.reason
                from block b join staff_member m on m.id = b.staff_id order by b.starts_at, m.name""");
    }

    private List<List<String>> flows() {
        return day.yume.superuser().rows("select kind, state from flow");
    }

    private String state() {
        return day.value("select state from flow");
    }
}
