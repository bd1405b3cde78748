package mx.yume.assistant.staff.disputes;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the owner is told of a dispute. */
@MessageBundle("disputes")
public interface DisputeTexts {

    @Message("Listo: la cita de {customer} ({when}) quedó como que sí vino. Ya le avisé.")
    String came(String customer, String when);

    @Message("Listo: la cita de {customer} ({when}) se queda como que no vino. Ya le avisé.")
    String upheld(String customer, String when);

    @Message("¿Cuál cita? Toca “Sí vino” o “No vino” en el aviso de esa cita.")
    String which();
}
