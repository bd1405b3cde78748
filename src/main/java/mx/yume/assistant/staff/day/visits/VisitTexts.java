package mx.yume.assistant.staff.day.visits;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of visits that are booked. */
@MessageBundle("staff_visits")
public interface VisitTexts {

    @Message("¿Cuál cita?")
    String which();

    @Message("No encontré esa cita.")
    String none();

    @Message("Esa cita apenas es {when}.")
    String notYet(String when);

    @Message("Ya está así: {visit}.")
    String alreadySo(String visit);

    @Message("Marco como atendida:\n{visit}\n¿Así está bien?")
    String confirmCompleted(String visit);

    @Message("Marco que no llegó:\n{visit}\n¿Así está bien?")
    String confirmMissed(String visit);

    @Message("Listo, atendida: {visit}.")
    String completed(String visit);

    @Message("Listo, anoté que no llegó: {visit}. Si sí vino, dime “sí vino {name}”.")
    String missed(String visit, String name);

    @Message("Cancelo esta cita:\n{visit}")
    String cancel(String visit);

    @Message("Motivo: {reason}")
    String reason(String reason);

    @Message("Le aviso a {name} por WhatsApp.")
    String willTell(String name);

    @Message("A {name} no le puedo escribir por aquí: avísale tú, por favor.")
    String cannotTell(String name);

    @Message("No le aviso: le avisas tú.")
    String tellThem();

    @Message("¿La cancelo?")
    String confirmCancel();

    @Message("Listo, cancelé la cita de {visit}.")
    String cancelled(String visit);

    @Message("¿Para cuándo muevo la cita de {visit}?")
    String askWhen(String visit);

    @Message("Muevo la cita de {customer}: {service}\nAntes: {before}\nAhora: {after}, con {staff}, {price}")
    String move(String customer, String service, String before, String after, String staff, String price);

    @Message("¿La muevo?")
    String confirmMove();

    @Message("{why} Puede ser:")
    String instead(String why);

    @Message("{why} ¿Para cuándo la muevo?")
    String otherwise(String why);

    @Message("Ya está así: {visit}.")
    String sameAlready(String visit);

    @Message("Listo, moví la cita de {visit}.")
    String moved(String visit);
}
