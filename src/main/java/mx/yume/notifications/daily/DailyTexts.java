package mx.yume.notifications.daily;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The day, as people of a business are told of it in the morning. */
@MessageBundle("daily")
public interface DailyTexts {

    @Message("☀️ Tu día en {place}, {day}:")
    String title(String place, String day);

    @Message("{business} ({location})")
    String place(String business, String location);

    @Message("1 cita")
    String oneVisit();

    @Message("{count} citas")
    String visits(int count);

    @Message("Sin citas")
    String none();

    @Message("• {time} {customer}: {service} con {staff}, {price}")
    String visit(String time, String customer, String service, String staff, String price);

    /** The customer said that they will come. */
    @Message("{line} ✓")
    String affirmed(String line);

    @Message("• {from} a {to} bloqueado, {staff}")
    String block(String from, String to, String staff);

    @Message("• Bloqueado todo el día, {staff}")
    String blockedAllDay(String staff);

    @Message("… y {count} más. Escribe “agenda” para verlos.")
    String more(int count);
}
