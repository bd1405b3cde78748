package mx.yume.assistant.founding;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to whoever writes to the central number and is staff nowhere. */
@MessageBundle("founding")
public interface FoundingTexts {

    @Message("""
            ¡Hola! Soy Yume, la asistente que agenda citas por WhatsApp para salones, barberías y spas.
            Por ahora no registro negocios nuevos desde este chat. Si quieres una cita, escríbele directo al número de tu salón.""")
    String notYet();
}
