package mx.yume.assistant.tools;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** About visits that were or will be. */
@MessageBundle("visits")
public interface VisitTexts {

    @Message("¡Gracias por confirmar! Te esperamos en {business}: {when}")
    String expected(String when, String business);

    @Message("Tu cita cambió. Ahora es: {when}\nSi no te queda, dime y la movemos.")
    String movedSince(String when);

    @Message("Esa cita está cancelada. Si quieres otra, dime y la agendamos.")
    String cancelledSince();

    @Message("Esa cita ya pasó. Si quieres otra, dime y la agendamos.")
    String over();

    @Message("¡Gracias por tu calificación! {stars}")
    String liked(String stars);

    @Message("Gracias por decírnoslo {stars}. Lamento que no te fuera mejor.")
    String disliked(String stars);

    @Message("¿Quieres contarnos algo más? Escríbelo aquí, o toca “No, gracias”.")
    String askFeedback();

    @Message("No, gracias")
    String noFeedback();

    @Message("¡Gracias! Le paso tu comentario a {business}.")
    String commented(String business);

    @Message("¡Gracias! Que te vaya muy bien.")
    String submitted();

    @Message("¿Cómo te fue con tu cita de {service}? Califícala del 1 al 5, porfa.")
    String askRating(String service);

    @Message("Calificar")
    String rate();

    @Message("{stars} de 5")
    String ofFive(int stars);

    @Message("No encontré una visita tuya por calificar.")
    String nothingToRate();

    @Message("Esa visita ya la calificaste. ¡Gracias!")
    String ratedAlready();

    @Message("Esa visita todavía no se puede calificar.")
    String notAttended();

    @Message("Gracias por avisar, ya quedó anotado. {business} lo va a revisar y te escribo cuando lo haga.")
    String disputed(String business);

    @Message("Ya quedó anotado que sí fuiste a esa cita; te escribo cuando {business} lo revise.")
    String disputedAlready(String business);

    @Message("Esa cita ya quedó como que sí fuiste.")
    String attended();

    @Message("{business} ya revisó esa cita y quedó como inasistencia.")
    String settled(String business);
}
