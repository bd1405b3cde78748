package mx.yume.notifications.online;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What whoever books on a page is written by WhatsApp. */
@MessageBundle("online_bookings")
public interface OnlineTexts {

    @Message("🔑 {code} es tu código para agendar en {business}.\n\nDura 10 minutos. No lo compartas. ¿No lo pediste? Ignora este mensaje.")
    String code(String business, String code);

    @Message("✅ Tu cita en {business} quedó agendada:\n{service} con {staff}\n{when}\n{price}\n\nSi necesitas cambiarla, responde a este mensaje.")
    String booked(String business, String service, String staff, String when, String price);
}
