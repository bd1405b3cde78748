package mx.yume.assistant.model.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.model.endpoint.ModelFailed.Reason;

class DeedGuardTest {

    private static final List<String> READ = List.of(
            "Hoy tienes 2 citas:\n10:00 a.m. Corte de cabello, Paty (confirmada)\n1:30 p.m. Barba, Luis (cancelada). Total: $1,400");
    private static final List<String> HEARD = List.of("bloquea mañana de 2 a 4 y sube el corte a $180", "Corte: 45 min, $250");

    @ParameterizedTest
    @ValueSource(strings = {"Ya bloqueé mañana de 2 a 4.", "Listo, bloqueé tu tarde.", "Quedó bloqueado de 2 a 4.",
            "Ya quedó, Lupita.", "¡Listo! El corte ahora cuesta $180.", "He cambiado el precio.", "Cambié el precio a $180.",
            "Ya está actualizado el precio.", "Se agregó a Ana.", "Agregamos a Ana al equipo.", "Le avisé a Paty.",
            "Todo listo.",
            "Precio actualizado ✅", "Cancelé la cita de las 10:00.", "Moví a Paty a la 1:30.", "Ana ya es administradora.",
            "El horario quedó guardado.", "Acabo de marcarla como no llegó.", "Se movió la cita de Paty.",
            "Cambio hecho con éxito."})
    void aClaimedDeedIsNeverSent(String text) {
        assertThat(new DeedGuard(READ, HEARD).objection(text)).as("with something read").contains(Reason.UNFOUNDED_CLAIM);
        assertThat(new DeedGuard(List.of(), HEARD).objection(text)).as("with nothing read").contains(Reason.UNFOUNDED_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hoy tienes dos citas: a las 10:00 a.m. Corte de cabello con Paty y a la 1:30 p.m. Barba, que está"
            + " cancelada.", "Van $1,400 hoy.", "Van $1400.00 hoy, Lupita.", "Paty está confirmada a las 10:00."})
    void whatWasReadMayBeToldInOtherWords(String text) {
        assertThat(new DeedGuard(READ, HEARD).objection(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"¿Qué día quieres bloquear?", "¿Quieres que lo bloquee de 2 a 4?",
            "Eso no lo puedo hacer desde aquí.",
            "Claro, ¿a qué precio?", "Todavía no quedó nada bloqueado.", "No he cambiado ningún precio.",
            "Dime el teléfono para agregarla, por favor.", "¿A nombre de quién?"})
    void aQuestionOrADenialIsNoClaim(String text) {
        assertThat(new DeedGuard(List.of(), HEARD).objection(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Van $9,999 este mes.", "Tienes una cita a las 4:15.", "Su teléfono es 55 9999 0000."})
    void amountsHoursAndPhonesThatNobodyToldAreNotSent(String text) {
        assertThat(new DeedGuard(READ, HEARD).objection(text)).contains(Reason.UNFOUNDED_OFFER);
    }

    @Test
    void withNothingReadAStatusIsAClaim() {
        assertThat(new DeedGuard(List.of(), HEARD).objection("Tu tarde está bloqueada.")).contains(Reason.UNFOUNDED_CLAIM);
    }

    @Test
    void englishAndEndlessAreNotSent() {
        assertThat(new DeedGuard(READ, HEARD).objection("You have the appointment at 10:00 with Paty."))
                .contains(Reason.NOT_SPANISH);
        assertThat(new DeedGuard(READ, HEARD).objection("Claro. ".repeat(1_000))).contains(Reason.TOO_LONG);
    }
}
