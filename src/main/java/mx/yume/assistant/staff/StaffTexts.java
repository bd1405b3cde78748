package mx.yume.assistant.staff;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to staff around what they ask for. */
@MessageBundle("staff")
public interface StaffTexts {

    @Message("""
            ¡Hola, {name}! Dime qué necesitas de {business}. Por ejemplo:
            {examples}""")
    String greeting(String name, String business, String examples);

    @Message("""
            Puedes pedirme, por ejemplo:
            {examples}""")
    String help(String examples);

    @Message("• “¿Qué tengo hoy?”")
    String exampleSchedule();

    @Message("• “Bloquea mañana de 2 a 4”\n• “La de las 11 no llegó”\n• “Acaba de llegar alguien para corte”")
    String exampleDay();

    @Message("• “¿Cómo voy este mes?”\n• “Agrega a Ana 55 1234 5678 como estilista”")
    String exampleStaff();

    @Message("• “Cierra el lunes”\n• “Sube el corte a $180”")
    String exampleSetup();

    @Message("De nada. Aquí sigo.")
    String thanks();

    @Message("Listo, no hice nada.")
    String dropped();

    @Message("Va. ¿Qué necesitas?")
    String fine();

    @Message("Esa opción ya no está disponible.")
    String staleTap();

    @Message("Ver opciones")
    String see();

    @Message("No te entendí.")
    String misunderstood();

    @Message("Sigo sin entenderte. Elige una opción o escríbelo de otra forma, por favor.")
    String misunderstoodAgain();

    @Message("Todavía no puedo escuchar notas de voz. ¿Me lo escribes, por favor?")
    String voice();

    @Message("No puedo ver fotos ni archivos. ¿Me lo escribes, por favor?")
    String picture();

    @Message("No pude leer tu mensaje. ¿Me lo escribes, por favor?")
    String unreadable();

    @Message("Si lo prefieres, pídele ayuda a {owner}.")
    String askOwner(String owner);

    @Message("Si lo prefieres, escribe “olvídalo” y lo dejamos.")
    String leaveIt();

    @Message("Perdón si te hice batallar. Dime qué necesitas y lo intento de otra forma.")
    String insult();

    @Message("Mi agenda de hoy")
    String entrySchedule();

    @Message("Agenda del negocio")
    String entryEverybody();

    @Message("Bloquear tiempo")
    String entryBlock();

    @Message("Llegó alguien sin cita")
    String entryWalkIn();

    @Message("Cómo va el negocio")
    String entryStats();

    @Message("Cambiar un precio")
    String entryPrice();

    @Message("Cambiar el horario")
    String entryHours();

    @Message("Agregar un servicio")
    String entryService();

    @Message("Agregar a alguien")
    String entryStaff();

    @Message("Mis avisos")
    String entryNotices();
}
