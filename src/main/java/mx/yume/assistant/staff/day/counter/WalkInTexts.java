package mx.yume.assistant.staff.day.counter;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of somebody at the counter. */
@MessageBundle("staff_counter")
public interface WalkInTexts {

    @Message("¿Para qué servicio?")
    String askService();

    @Message("¿A qué hora?")
    String askTime();

    @Message("¿Quién es?")
    String askCustomer();

    @Message("Alguien más")
    String somebodyElse();

    @Message("Apunto a {customer}: {service} con {staff}, {when}, {price}.\n¿Así está bien?")
    String summary(String customer, String service, String staff, String when, String price);

    @Message("ahora mismo")
    String now();

    @Message("alguien sin cita")
    String nameless();

    @Message("{name} ({phone})")
    String known(String name, String phone);

    @Message("Ahorita nadie está libre para eso. Lo más pronto:\n{times}")
    String nobodyFree(String times);

    @Message("{staff} no está libre. Lo más pronto:\n{times}")
    String notFree(String staff, String times);

    @Message("• {when} con {staff}")
    String time(String when, String staff);

    @Message("Listo, apunté a {visit}.")
    String booked(String visit);
}
