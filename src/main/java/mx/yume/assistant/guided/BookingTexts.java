package mx.yume.assistant.guided;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said while somebody books. */
@MessageBundle("booking")
public interface BookingTexts {

    @Message("¿Qué servicio te gustaría?")
    String askService();

    @Message("¿Cuál de estos servicios te gustaría?")
    String askWhichService();

    @Message("Ver servicios")
    String seeServices();

    @Message("{price} · {duration}")
    String serviceRow(String price, String duration);

    @Message("Ese servicio no lo tenemos.")
    String unknownService();

    @Message("¿Qué día te queda para {service}? Toca un horario o escríbeme otro, por ejemplo: “el viernes a las 5”.")
    String askDay(String service);

    @Message("Horarios para {service}, {day}. ¿Cuál te queda?")
    String timesOfDay(String service, String day);

    @Message("Estos horarios tengo para {service}. ¿Cuál te queda?")
    String times(String service);

    @Message("¿Qué otro día u hora te queda para {service}?")
    String askAnotherDay(String service);

    @Message("Ver horarios")
    String seeTimes();

    @Message("Con {staff}")
    String with(String staff);

    @Message("Lo más cercano que tengo:")
    String nearest();

    @Message("El {day} no abrimos.")
    String closedDay(String day);

    @Message("El {day} ya no tengo lugar{#if staff} con {staff}{/if}.")
    String fullDay(String day, String staff);

    @Message("En esos días ya no tengo lugar{#if staff} con {staff}{/if}.")
    String fullDays(String staff);

    @Message("A esa hora no tengo lugar.")
    String noSuchTime();

    @Message("{when} ya está ocupado{#if staff} con {staff}{/if}.")
    String taken(String when, String staff);

    @Message("Ese horario se acaba de ocupar 😕")
    String justTaken();

    @Message("{when} no es un horario que pueda darte{#if staff} con {staff}{/if}.")
    String outsideHours(String when, String staff);

    @Message("Esa hora ya pasó.")
    String past();

    @Message("Necesito al menos {notice} de anticipación.")
    String tooSoon(String notice);

    @Message("Por ahora agendo hasta el {day}.")
    String beyondHorizon(String day);

    @Message("{staff} no hace {service}.")
    String cannotServe(String staff, String service);

    @Message("Esa persona no da ese servicio.")
    String cannotServeAny();

    @Message("Tu cita sería {when}\n¿Con quién la prefieres?")
    String askStaff(String when);

    @Message("¿Con quién prefieres tu cita?")
    String askStaffBefore();

    @Message("Ver equipo")
    String seeStaff();

    @Message("Cualquiera")
    String anyStaff();

    @Message("Para el {when}: ¿a nombre de quién agendo la cita?")
    String askName(String when);

    @Message("Entendí el {day}.")
    String understoodDay(String day);

    /** A name that the person told elsewhere and shares: a guess, and nothing of where. */
    @Message("Para el {when}. ¿Eres {name}?")
    String areYou(String when, String name);

    @Message("Sí, soy yo")
    String itIsMe();

    @Message("Otro nombre")
    String otherName();

    @Message("¿Sigues siendo {name}? Si no, dime tu nombre.")
    String stillYou(String name);

    @Message("""
            Revisa tu cita:
            • {service}, {price}
            • {when}
            • Con {staff}
            • A nombre de {name}
            {#if address}
            • En {address}
            {/if}
            ¿La agendo?""")
    String summary(String service, String price, String when, String staff, String name, String address);

    @Message("""
            Revisa tu cita:
            • {when}
            {items}
            • Total: {total}
            • A nombre de {name}
            {#if address}
            • En {address}
            {/if}
            ¿La agendo?""")
    String summaryOfSeveral(String items, String total, String when, String name, String address);

    @Message("• {time} {service} con {staff}, {price}")
    String item(String service, String staff, String time, String price);

    @Message("quien esté disponible")
    String whoeverIsFree();

    @Message("Sí")
    String yes();

    @Message("Cambiar")
    String change();

    @Message("No")
    String no();

    @Message("¿Qué quieres cambiar? Tócalo o escríbelo, por ejemplo: “a las 6” o “con Ana”. Si ya no la quieres, escribe “ya no”.")
    String askWhatToChange();

    @Message("Día u hora")
    String changeTime();

    @Message("Servicio")
    String changeService();

    @Message("Con quién")
    String changeStaff();

    @Message("Nombre")
    String changeName();

    @Message("""
            ¡Listo{#if name}, {name}{/if}! Tu cita quedó agendada ✅
            • {service}, {price}
            • {when}
            • Con {staff}
            {#if other}
            • A nombre de {other}
            {/if}
            {#if address}
            • En {address}
            {/if}
            Si necesitas moverla o cancelarla, escríbeme por aquí.""")
    String booked(String name, String service, String price, String when, String staff, String other, String address);

    @Message("""
            ¡Listo{#if name}, {name}{/if}! Tu cita quedó agendada ✅
            • {when}
            {items}
            • Total: {total}
            {#if other}
            • A nombre de {other}
            {/if}
            {#if address}
            • En {address}
            {/if}
            Si necesitas moverla o cancelarla, escríbeme por aquí.""")
    String bookedSeveral(String name, String items, String total, String when, String other, String address);

    @Message("Esa fecha u hora no existe.")
    String impossible();

    @Message("¿Qué día y a qué hora te queda?")
    String askWhen();

    @Message("Perdón, no te entendí. ¿Qué servicio buscas? Por ejemplo: “{service}”.")
    String rephraseService(String service);

    @Message("Perdón, no te entendí. ¿Qué día y a qué hora te queda? Por ejemplo: “mañana a las 5” o “el sábado en la mañana”.")
    String rephraseTime();

    @Message("Perdón, no te entendí. ¿Con quién quieres tu cita: {names}? Si te da igual, escribe “cualquiera”.")
    String rephraseStaff(String names);

    @Message("Perdón, no te entendí. Escríbeme solo el nombre para la cita, por ejemplo: “Paty López”.")
    String rephraseName();

    @Message("Perdón, no te entendí. Contéstame “sí” o “no”, por favor.")
    String rephraseYesNo();

    @Message("Perdón, no te entendí. ¿Cuál de tus citas?")
    String rephraseAppointment();

    @Message("Sigo sin entenderte, disculpa. Elige una opción, por favor, o escribe “ya no” para dejarlo.")
    String stillNotUnderstood();

    @Message("Sigo sin entenderte, disculpa. Escríbeme lo que te pregunto, por favor, o escribe “ya no” para dejarlo.")
    String stillNotUnderstoodInWords();

    @Message("Sigo sin entenderte, disculpa. Me falta el nombre de la persona que viene: escríbeme solo eso, por ejemplo “Paty López”. "
            + "Si ya no quieres la cita, escribe “ya no”.")
    String stillNoName();
}
