package mx.yume.assistant.returning;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Where things stood. */
@MessageBundle("comeback")
public interface ComebackTexts {

    @Message("¡Hola de nuevo! Íbamos con {what}{#if details}: {details}{/if}.")
    String welcomeBack(String what, String details);

    @Message("Lo que dejamos pendiente ya venció: pasó más de una semana.")
    String expired();

    @Message("con {name}")
    String with(String name);

    @Message("tu cita")
    String booking();

    @Message("el cambio de tu cita")
    String modify();

    @Message("la cancelación de tu cita")
    String cancel();

    @Message("tu calificación")
    String rating();

    @Message("tu lugar en la lista de espera")
    String waitlist();

    @Message("el registro de tu negocio")
    String businessOnboarding();

    @Message("tu registro")
    String staffOnboarding();

    @Message("el tiempo que querías bloquear")
    String blockTime();

    @Message("el tiempo que querías liberar")
    String unblockTime();

    @Message("la persona que acababa de llegar")
    String walkIn();

    @Message("la asistencia de una cita")
    String attendance();

    @Message("la cancelación de una cita")
    String cancelForCustomer();

    @Message("el cambio de una cita")
    String moveForCustomer();

    @Message("el mensaje para un cliente")
    String messageCustomer();

    @Message("el cambio de horario")
    String changeHours();

    @Message("el servicio nuevo")
    String addService();

    @Message("el cambio de un servicio")
    String changeService();

    @Message("el servicio que querías quitar")
    String removeService();

    @Message("el cambio de precio")
    String changePrice();

    @Message("la persona nueva del equipo")
    String addStaff();

    @Message("la persona que querías quitar del equipo")
    String removeStaff();

    @Message("el cambio de permisos")
    String changePermission();

    @Message("el cambio de tus avisos")
    String changeNotices();

    @Message("la conversación con un cliente")
    String relay();
}
