package mx.yume.assistant.guided;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said about appointments that exist: seeing, moving and cancelling them. */
@MessageBundle("appointments")
public interface AppointmentTexts {

    @Message("No tienes citas próximas. ¿Te agendo una?")
    String none();

    @Message("{service} con {staff}, {when}")
    String line(String service, String staff, String when);

    @Message("Tu próxima cita: {appointment}\nA nombre de {name}, {price}")
    String one(String appointment, String name, String price);

    @Message("Tus próximas citas:\n{list}\n\n¿Quieres mover o cancelar alguna?")
    String several(String list);

    @Message("{service} con {staff}, para {name}")
    String row(String service, String staff, String name);

    @Message("Ver citas")
    String seeAppointments();

    @Message("Mover")
    String move();

    @Message("Cancelar")
    String cancel();

    @Message("¿Cuál cita quieres mover?")
    String askWhichToMove();

    @Message("¿Cuál cita quieres cancelar?")
    String askWhichToCancel();

    @Message("No encontré esa cita entre las tuyas.")
    String notFound();

    @Message("""
            ¿Muevo tu cita de {service} con {staff}?
            • De {before}
            • A {after}""")
    String moveSummary(String service, String staff, String before, String after);

    @Message("¡Listo! Moví tu cita de {service} con {staff} ✅\nAntes: {before}\nAhora: {after}{#if address}\nEn {address}{/if}")
    String moved(String service, String staff, String before, String after, String address);

    @Message("""
            ¿Cambio tu cita?
            • Antes: {before}
            • Ahora: {after}{#if items}
            {items}{/if}""")
    String changeSummary(String before, String after, String items);

    @Message("¡Listo! Cambié tu cita ✅\nAntes: {before}\nAhora: {after}{#if address}\nEn {address}{/if}")
    String remade(String before, String after, String address);

    @Message("{appointment}, {price}")
    String withPrice(String appointment, String price);

    @Message("¿Qué quieres cambiar de tu cita? Tócalo o escríbelo, por ejemplo: “a las 6”, “con Ana” o “a corte y barba”.")
    String askWhatToChange();

    @Message("Tu cita de {service} ya está a esa hora ({when}).")
    String sameTime(String service, String when);

    @Message("""
            ¿Cancelo tu cita?
            • {service} con {staff}
            • {when}""")
    String cancelSummary(String service, String staff, String when);

    @Message("Sí, cancelar")
    String yesCancel();

    @Message("No, conservar")
    String noKeep();

    @Message("Listo, cancelé tu cita de {service} con {staff}: {when}\nCuando quieras otra, escríbeme por aquí.")
    String cancelled(String service, String staff, String when);

    @Message("Esa cita ya estaba cancelada: {appointment}")
    String alreadyCancelled(String appointment);

    @Message("Tu cita cambió mientras platicábamos, así que no hice nada. Ahora es: {appointment}")
    String changed(String appointment);

    @Message("Ya no puedo cambiar esa cita por aquí, ya empezó o ya pasó: {appointment}")
    String begun(String appointment);
}
