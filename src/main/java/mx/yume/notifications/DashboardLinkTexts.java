package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The message that carries a link. */
@MessageBundle("dashboard_links")
public interface DashboardLinkTexts {

    @Message("Tu tablero:\n{link}\n\nEl link dura 10 minutos y funciona una sola vez. No lo compartas: quien lo abra entra como tú.")
    String day(String link);

    @Message("Aquí conectas tu número de WhatsApp y ves cómo va:\n{link}\n\nEl link dura 10 minutos y funciona una sola vez. No lo compartas: quien lo abra entra como tú.")
    String number(String link);

    @Message("🔑 Para entrar al tablero de {business}:\n{link}\n\nEl link dura 10 minutos y funciona una sola vez. No lo compartas: quien lo abra entra como tú. ¿No lo pediste? Ignora este mensaje.")
    String entrance(String business, String link);
}
