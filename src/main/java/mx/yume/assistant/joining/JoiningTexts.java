package mx.yume.assistant.joining;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to staff who are not onboarded yet. */
@MessageBundle("joining")
public interface JoiningTexts {

    @Message("""
            ¡Hola! Soy Yume, la asistente de {business} 👋 Por aquí vas a ver y mover tu agenda.
            Privacidad: {business} y Yume usan tu nombre y tu teléfono solo para tu trabajo aquí.""")
    String introduction(String business);

    @Message("De acuerdo. En cuanto termines de darte de alta me dices qué avisos no quieres; antes no te mando ninguno.")
    String noticesLater();

    @Message("{business} te agregó a su equipo como {name}. ¿Así te llamas?")
    String askName(String business, String name);

    @Message("Sí, así me llamo")
    String yesName();

    @Message("Otro nombre")
    String otherName();

    @Message("¿Cómo te llamas?")
    String askOtherName();

    @Message("Mucho gusto, {name}.")
    String nice(String name);

    @Message("¿Trabajas en este horario?\n{hours}")
    String askHours(String hours);

    @Message("Sí, ese es")
    String yesHours();

    @Message("Otro horario")
    String otherHours();

    @Message("¿Qué días y a qué horas trabajas? Por ejemplo: “martes a sábado de 11 a 8”.")
    String askOtherHours();

    @Message("Este sería tu horario:\n{hours}\n¿Así está bien?")
    String hoursNow(String hours);

    @Message("Con ese horario {count} de tus citas quedan fuera; se quedan como están. ¿Así está bien?")
    String outside(int count);

    @Message("Sí")
    String yes();

    @Message("No")
    String no();

    @Message("""
            Así se usa: escríbeme como a una persona. Por ejemplo:
            {examples}
            Te aviso aquí de cada cita nueva, movida o cancelada.""")
    String tutorial(String examples);

    @Message("• “¿Qué tengo hoy?”")
    String exampleSchedule();

    @Message("• “La de las 11 no llegó”\n• “Bloquea mañana de 2 a 4”")
    String exampleDay();

    @Message("Entendido")
    String understood();

    @Message("¡Listo, {name}! Ya estás en el equipo de {business}. Escríbeme cuando necesites algo.")
    String done(String name, String business);

    @Message("No lo pude guardar. {why}")
    String refused(String why);

    @Message("Primero termino tu registro, es rápido.")
    String first();

    @Message("No te entendí.")
    String misunderstood();

    @Message("Ese nombre no lo puedo guardar: debe tener de 1 a 80 letras.")
    String badName();

    @Message("Ver opciones")
    String see();

    @Message("Todavía no puedo escuchar notas de voz. ¿Me lo escribes, por favor?")
    String voice();

    @Message("No puedo ver fotos ni archivos. ¿Me lo escribes, por favor?")
    String picture();

    @Message("No pude leer tu mensaje. ¿Me lo escribes, por favor?")
    String unreadable();
}
