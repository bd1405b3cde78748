package mx.yume.assistant.model.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.model.guard.Fact.Kind;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.testing.SalonLupita;
import mx.yume.testing.SettableClock;

class ClaimGuardTest {

    /** Wednesday 13 January 2027, 10:00. */
    private static final ZonedDateTime NOW = SettableClock.START;
    private static final ZonedDateTime FRIDAY_AT_3 = Appointments.FRIDAY_AT_3;
    private static final ZonedDateTime SATURDAY_AT_5 = Appointments.SATURDAY_AT_5;

    private final ClaimGuard guard = new ClaimGuard(Lexicon.of(SalonLupita.business(), NOW));

    @ParameterizedTest
    @ValueSource(strings = {
            "¡Listo! Tu cita quedó agendada para el viernes 15 de enero a las 3:00 p.m.",
            "Tu cita ha quedado agendada.",
            "Ya quedó tu corte para mañana a las 5 😊",
            "Quedaste agendado con Beto.",
            "Tu cita está confirmada ✅",
            "Cita confirmada: viernes 15 de enero, 3:00 p.m.",
            "Te esperamos el viernes a las 3:00 p.m.",
            "¡Te esperamos!",
            "Te agendé con Beto el viernes.",
            "Ya te agende el viernes a las 3",
            "He reservado tu lugar.",
            "Tu cita quedará agendada el viernes a las 3:00 p.m.",
            "Tu cita habrá quedado agendada para entonces.",
            "Ya habrá sido confirmada tu cita.",
            "Te habré apartado el lugar para cuando llegues.",
            "Tu lugar queda apartado para el viernes a las 3 p.m.",
            "Te anoté para el sábado.",
            "Te dejé apuntada con Ana.",
            "Reservado: Tinte, sábado 16 de enero, 5:00 p.m.",
            "No te preocupes, tu cita quedó agendada.",
            "No olvides que tu cita quedó confirmada",
            "No hay problema ya quedó agendada",
            "Sí, tu cita quedó agendada para el viernes.",
            "Si necesitas cambiarla, avísame: tu cita ya está confirmada.",
            "Tu cita es el viernes 15 de enero a las 3:00 p.m.",
            "Tienes una cita el viernes con Beto.",
            "Tienes Corte de cabello el viernes 15 de enero, 3:00 p.m.",
            "Tu próxima cita es mañana.",
            "Nos vemos el viernes a las 3.",
            "Te agendo el viernes 15 de enero a las 3:00 p.m. con Beto.",
            "¡Listo! Corte de cabello el viernes 15 de enero a las 3:00 p.m. con Beto.",
            "Tu cita quedó cancelada.",
            "Cancelé tu cita del viernes.",
            "Listo, cancelada 👍",
            "Se canceló tu cita.",
            "Ya no tienes cita el viernes.",
            "Tu cita fue eliminada.",
            "Moví tu cita al sábado a las 5:00 p.m.",
            "Reagendé tu cita para el sábado.",
            "Tu cita fue reagendada.",
            "Cambié tu cita al sábado 16.",
            "Tu cita ha sido reprogramada para el sábado.",
            "Se movió tu cita al sábado.",
            "Pasé tu cita al sábado a las 5.",
            "Ya está hecho.",
            "¿Algo más? Tu cita quedó agendada.",
            "Ya quedó agendada, algo más?"})
    void saysSomethingWasDoneThatWasNot(String claim) {
        assertThat(guard.objection(claim, List.of())).as(claim).contains(Reason.UNFOUNDED_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "¿Te la agendo?",
            "¿Quieres que la confirme?",
            "¿Te agendo el viernes 15 de enero a las 3:00 p.m. con Beto?",
            "Te la agendo?",
            "¿Cancelo tu cita del viernes?",
            "¿Confirmas que la movemos al sábado a las 5:00 p.m.?",
            "Si quieres, te la dejo agendada.",
            "Dime que sí y queda agendada.",
            "Para que quede agendada necesito tu nombre.",
            "Todavía no está agendada.",
            "Aún no queda confirmada: me falta tu nombre.",
            "No tienes citas agendadas.",
            "No veo ninguna cita agendada a tu nombre.",
            "Por ahora no tienes citas.",
            "No pude agendarla, ese horario ya no está libre.",
            "No se canceló nada.",
            "El viernes 15 de enero tengo libre a las 3:00 p.m., 3:15 p.m. y 4:00 p.m. ¿Cuál te queda mejor?",
            "¡Listo! Tengo estos horarios libres: 3:00 p.m., 4:00 p.m.",
            "Abrimos de lunes a viernes de 10:00 a.m. a 8:00 p.m.",
            "Con gusto te agendo. ¿Qué servicio quieres?",
            "El corte de cabello cuesta $250 y dura 45 min.",
            "Tenemos Corte de cabello, Barba y Tinte.",
            "¡Hola! ¿En qué te ayudo?",
            "¿A qué hora quieres tu cita?",
            "Claro, ¿para qué día?",
            "No hacemos depilación, pero sí Manicure y Pedicure.",
            "Solo puedo ayudarte con citas del salón. ¿Te agendo una?",
            "Te agendo el viernes 15 a las 3:00 p.m., ¿te parece?",
            "Cuando me confirmes, queda apartada.",
            "De nada 😊"})
    void questionsOffersAndDenialsAreNoClaims(String innocent) {
        assertThat(guard.objection(innocent, List.of())).as(innocent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "¡Listo! Tu corte de cabello quedó agendado para el viernes 15 de enero a las 3:00 p.m. con Beto.",
            "¡Listo! ✅ Quedaste agendado.\nViernes 15 de enero, 3:00 p.m.\nCorte de cabello con Beto\n¿Necesitas algo más?",
            "Te esperamos el viernes 15 a las 3 de la tarde.",
            "Tu cita quedó para pasado mañana a las 3:00 p. m.",
            "Reservé tu lugar: viernes 15 de enero, de 3:00 p.m. a 3:45 p.m.",
            "Tu cita es el 15/01 a las 15:00."})
    void whatWasBookedMayBeSaid(String claim) {
        assertThat(guard.objection(claim, List.of(booked()))).as(claim).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Tu cita quedó agendada para el viernes 15 de enero a las 4:00 p.m.",
            "Tu cita quedó agendada para el sábado 16 de enero a las 3:00 p.m.",
            "Tu cita quedó agendada para el jueves 15 de enero a las 3:00 p.m.",
            "Tu cita quedó agendada para mañana a las 3:00 p.m.",
            "Tu tinte quedó agendado para el viernes 15 de enero a las 3:00 p.m.",
            "Tu corte quedó agendado para el viernes 15 de enero a las 3:00 p.m. con Lupita.",
            "Tu cita quedó agendada para el viernes 15 de enero a las tres y cuarto.",
            "Tu cita quedó agendada para el sábado tempranito.",
            "Quedaste con Ana el viernes 15 de enero a las 3:00 p.m.",
            "Tu corte con barba quedó agendado para el viernes 15 de enero a las 3:00 p.m.",
            "Tu cita quedó cancelada.",
            "Moví tu cita al viernes 15 de enero a las 3:00 p.m.",
            "Tu cita quedó para el viernes 15 de enero a las 3:00 a.m.",
            "Tu cita quedó agendada para el viernes 15 de febrero a las 3:00 p.m."})
    void otherDetailsThanWhatWasBookedAreRefused(String claim) {
        assertThat(guard.objection(claim, List.of(booked()))).as(claim).contains(Reason.UNFOUNDED_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"¡Listo!", "Quedó agendada.", "¿En qué más te ayudo?",
            "Tu cita quedó agendada para el viernes 15."})
    void aReplyThatDoesNotSayWhenIsNoNoticeOfABooking(String vague) {
        assertThat(guard.objection(vague, List.of(booked()))).as(vague).contains(Reason.UNFOUNDED_CLAIM);
    }

    @Test
    void anAppointmentReadMayBeTold() {
        var read = new Fact(Kind.READ, Appointments.at(FRIDAY_AT_3, AppointmentStatus.CONFIRMED));
        assertThat(guard.objection("Tienes Corte de cabello el viernes 15 de enero, 3:00 p.m. con Beto.", List.of(read)))
                .isEmpty();
        assertThat(guard.objection("Sí, tu cita está confirmada para el viernes.", List.of(read))).isEmpty();
        assertThat(guard.objection("Tu cita es el sábado a las 3:00 p.m.", List.of(read))).contains(Reason.UNFOUNDED_CLAIM);
        assertThat(guard.objection("Ya cancelé tu cita del viernes 15.", List.of(read))).contains(Reason.UNFOUNDED_CLAIM);
    }

    @Test
    void aMoveMayNameBothTimes() {
        var facts = List.of(new Fact(Kind.MOVED_FROM, Appointments.at(FRIDAY_AT_3, AppointmentStatus.CONFIRMED)),
                new Fact(Kind.MOVED_TO, Appointments.at(SATURDAY_AT_5, AppointmentStatus.CONFIRMED)));
        assertThat(guard.objection("Moví tu cita del viernes 15 de enero, 3:00 p.m. al sábado 16 de enero, 5:00 p.m.", facts))
                .isEmpty();
        assertThat(guard.objection("Tu cita quedó para el sábado 16 de enero a las 5:00 p.m.", facts)).isEmpty();
        assertThat(guard.objection("Moví tu cita al sábado 16 de enero a las 6:00 p.m.", facts))
                .contains(Reason.UNFOUNDED_CLAIM);
    }

    @Test
    void aCancellationMayBeTold() {
        var facts = List.of(new Fact(Kind.CANCELLED, Appointments.at(FRIDAY_AT_3, AppointmentStatus.CANCELLED)));
        assertThat(guard.objection("Cancelé tu cita del viernes 15 de enero a las 3:00 p.m.", facts)).isEmpty();
        assertThat(guard.objection("Tu cita quedó agendada el viernes 15 de enero a las 3:00 p.m.", facts))
                .contains(Reason.UNFOUNDED_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello! How can I help you?", "Your appointment is booked for Friday at 3 pm.",
            "Sorry, I can't do that.",
            "What time would you like?"})
    void englishIsRefused(String english) {
        assertThat(guard.objection(english, List.of())).as(english).contains(Reason.NOT_SPANISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"El corte de cabello cuesta $280.", "También tenemos masaje relajante.",
            "Ofrecemos pestañas y cejas.",
            "¿Te agendo una Manicure de $2,200?"})
    void whatTheBusinessDoesNotHaveIsNotOffered(String invented) {
        assertThat(guard.objection(invented, List.of())).as(invented).contains(Reason.UNFOUNDED_OFFER);
    }

    @Test
    void aTextThatWhatsAppWouldNotTakeIsRefused() {
        assertThat(guard.objection("a".repeat(4097), List.of())).contains(Reason.TOO_LONG);
        assertThat(guard.objection("a".repeat(4096), List.of())).isEmpty();
    }

    private static Fact booked() {
        return new Fact(Kind.BOOKED, Appointments.at(FRIDAY_AT_3, AppointmentStatus.CONFIRMED));
    }
}
