package mx.yume.assistant.joining;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to staff who are not onboarded yet. */
@MessageBundle("joining")
public interface JoiningTexts {

    @Message("""
            ¡Hola! Ya estás en el equipo de {business}.
            Todavía no puedo completar tu registro por chat. Mientras, los clientes del negocio agendan escribiéndole a este número.""")
    String notYet(String business);
}
