package mx.yume.assistant.guided;

import static mx.yume.notifications.Told.at;
import static mx.yume.notifications.Told.lupitaHerself;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.notifications.Told;
import mx.yume.scheduling.Appointment;

/** What customers answer to a reminder needs no model. */
class RemindersByChatTest {

    private final Told it = new Told();

    @ParameterizedTest
    @ValueSource(strings = {"sí", "confirmo", "Confirmar", "1", "ahí estaré", "sí, confirmo mi cita", "claro que sí"})
    void whoeverSaysThatTheyWillComeIsExpected(String words) {
        var visit = reminded();
        assertThat(it.paty.says(words).body())
                .isEqualTo("¡Gracias por confirmar! Te esperamos en Salón Lupita: sábado 16 de enero, 5:00 p.m.");
        assertThat(it.find(visit.id()).affirmed()).isTrue();
        assertThat(it.count("select count(*) from turn where assistant = 'guided'")).isEqualTo(2);
    }

    @Test
    void theButtonsDoWhatTheySay() {
        var visit = reminded();
        assertThat(it.paty.taps("Confirmar").body()).startsWith("¡Gracias por confirmar!");
        assertThat(it.paty.taps(it.paty.offered("Confirmar")).body()).as("twice").startsWith("¡Gracias por confirmar!");
        assertThat(it.paty.taps("Reagendar").body()).contains("Corte de cabello");
        assertThat(it.count("select count(*) from flow where kind = 'MODIFY' and active")).isOne();
        assertThat(it.paty.taps(it.paty.notices().getLast().option("Cancelar")).body()).contains("¿Cancelo tu cita?");
        it.paty.says("sí");
        assertThat(it.value("select status from appointment where id = '" + visit.id() + "'")).isEqualTo("cancelled");
    }

    @Test
    void aPlainNoIsAskedAbout() {
        var visit = reminded();
        var asked = it.paty.says("no");
        assertThat(asked.titles()).containsExactly("Mover", "Cancelar");
        assertThat(it.find(visit.id()).affirmed()).isFalse();
    }

    @Test
    void oldButtonsAreAnsweredAsItIsNow() {
        var visit = reminded();
        it.moves(lupitaHerself(), visit, at(5, 12, 0));
        var old = it.paty.notices().getFirst().option("Confirmar");
        assertThat(it.paty.taps(old).body()).isEqualTo(
                "Tu cita cambió. Ahora es: lunes 18 de enero, 12:00 p.m.\nSi no te queda, dime y la movemos.");
        assertThat(it.find(visit.id()).affirmed()).isFalse();
        it.cancels(lupitaHerself(), visit);
        assertThat(it.paty.taps(old).body()).startsWith("Esa cita está cancelada.");
    }

    @Test
    void aButtonOfAVisitThatIsOverSaysSo() {
        reminded();
        it.yume.clock().set(at(3, 19, 0));
        assertThat(it.paty.taps("Confirmar").body()).startsWith("Esa cita ya pasó.");
    }

    @Test
    void whoeverConfirmedAndMovesIsAskedAnew() {
        var visit = reminded();
        it.paty.says("sí");
        it.moves(lupitaHerself(), visit, at(5, 12, 0));
        assertThat(it.find(visit.id()).affirmed()).isFalse();
    }

    @Test
    void aPendingVisitIsConfirmedByIt() {
        var visit = reminded();
        it.yume.superuser().execute("update appointment set status = 'pending'");
        it.paty.says("sí");
        assertThat(it.value("select status from appointment where id = '" + visit.id() + "'")).isEqualTo("confirmed");
    }

    private Appointment reminded() {
        var visit = it.books(at(3, 17, 0));
        it.now(at(2, 17, 0));
        return visit;
    }
}
