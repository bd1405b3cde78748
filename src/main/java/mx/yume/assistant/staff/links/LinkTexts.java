package mx.yume.assistant.staff.links;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said beside a link: none of them may hold the link itself, they are kept. */
@MessageBundle("staff_links")
public interface LinkTexts {

    @Message("Listo, te mandé el link de tu tablero en el mensaje de arriba. Si se te pasa el tiempo, pídeme otro.")
    String dashboard();

    @Message("Conectar tu propio número todavía no se puede. En el mensaje de arriba va un link: ahí ves el número de WhatsApp de {business} y cómo va.")
    String number(String business);

    @Message("Listo, en el mensaje de arriba va el link para conectar el número que ya usas en {business}. Ábrelo con tu Facebook a la mano; si se te pasa el tiempo, pídeme otro.")
    String connect(String business);
}
