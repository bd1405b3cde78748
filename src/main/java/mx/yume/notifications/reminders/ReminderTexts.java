package mx.yume.notifications.reminders;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What customers are reminded of. */
@MessageBundle("reminders")
public interface ReminderTexts {

    @Message("""
            📅 Te esperamos en {business}
            {service} con {staff}, {price}
            {when}
            ¿Nos confirmas?""")
    String reminder(String business, String service, String staff, String price, String when);

    @Message("Confirmar")
    String confirm();

    @Message("Reagendar")
    String move();

    @Message("Cancelar")
    String cancel();
}
