package mx.yume.conversation.turn;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said where no assistant speaks. */
@MessageBundle("fixed")
public interface FixedTexts {

    @Message("Trabajas en varios negocios. Escríbele al que necesites:")
    String redirect();

    @Message("{business} no tiene el servicio de citas activo en este momento. Intenta más tarde o contacta directo al negocio, por favor.")
    String suspended(String business);

    @Message("Me llegaron muchos mensajes seguidos 😅 Dame un minuto y escríbeme otra vez, por favor.")
    String overRate();

    @Message("""
            Tuve un problema y no pude responderte bien. ¿Me escribes otra vez, por favor?
            Si estabas con una cita, pregúntame por “mis citas” para ver cómo quedó.""")
    String apology();
}
