package mx.yume.assistant.staff.day.schedule;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The schedule as it is written in a chat. */
@MessageBundle("staff_schedule")
public interface ScheduleTexts {

    @Message("Tu agenda, {days}:")
    String mine(String days);

    @Message("Agenda de {name}, {days}:")
    String of(String name, String days);

    @Message("Agenda de {business}, {days}:")
    String all(String business, String days);

    @Message("del {first} al {last}")
    String days(String first, String last);

    @Message("{day}:")
    String day(String day);

    @Message("• {time} {customer}: {service}")
    String visit(String time, String customer, String service);

    @Message("• {time} {customer}: {service} con {staff}")
    String visitWith(String time, String customer, String service, String staff);

    @Message("• {from} a {to} bloqueado")
    String block(String from, String to);

    @Message("• {from} a {to} bloqueado, {staff}")
    String blockOf(String from, String to, String staff);

    /** The customer said that they will come. */
    @Message("{line} ✓")
    String affirmed(String line);

    @Message("✓ atendida")
    String completed();

    @Message("✗ no llegó")
    String missed();

    @Message("Sin citas.")
    String nothing();

    @Message("… y {count} más. Pídeme un solo día para verlo completo.")
    String more(int count);

    @Message("Ahorita: {visit}, hasta las {until}")
    String now(String visit, String until);

    @Message("Sigue {visit}\n{when}")
    String next(String visit, String when);

    @Message("Sigue {visit}\n{when} ({left})")
    String soon(String visit, String when, String left);

    @Message("{customer}: {service}, {price}")
    String line(String customer, String service, String price);

    @Message("{customer}: {service} con {staff}, {price}")
    String lineWith(String customer, String service, String staff, String price);

    @Message("en {length}")
    String in(String length);

    @Message("Tel. {phone}")
    String phone(String phone);

    @Message("No tienes más citas en los próximos {days} días.")
    String noneOfYours(int days);

    @Message("No hay más citas en los próximos {days} días.")
    String none(int days);
}
