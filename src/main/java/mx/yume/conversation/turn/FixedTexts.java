package mx.yume.conversation.turn;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said where no assistant speaks. */
@MessageBundle("fixed")
public interface FixedTexts {

    @Message("""
            ¡Hola! Soy Yume, la asistente que agenda citas por WhatsApp para salones, barberías y spas.
            Por ahora no registro negocios nuevos desde este chat. Si quieres una cita, escríbele directo al número de tu salón.""")
    String businessOnboarding();

    @Message("""
            ¡Hola! Te reconozco como parte del equipo de {business}.
            Todavía no puedo manejar la agenda por chat con el equipo. Tus clientes sí pueden agendar, mover y cancelar sus citas escribiéndole al número del negocio.""")
    String management(String business);

    @Message("""
            ¡Hola! Ya estás en el equipo de {business}.
            Todavía no puedo completar tu registro por chat. Mientras, los clientes del negocio agendan escribiéndole a este número.""")
    String staffOnboarding(String business);

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
