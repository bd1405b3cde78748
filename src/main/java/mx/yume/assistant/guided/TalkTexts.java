package mx.yume.assistant.guided;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said around the errands: greetings, questions about the business, and what is no errand at all. */
@MessageBundle("talk")
public interface TalkTexts {

    /** LFPDPPP: who uses the data and for what, at the first contact. */
    @Message("""
            ¡Hola! Soy Yume, la asistente de {business} 👋
            Privacidad: {business} y Yume usan tu nombre y tu teléfono solo para atender tus citas. Tu nombre, y nada más, lo ven otros negocios con Yume a los que escribas; para evitarlo escribe NO COMPARTIR.""")
    String introduction(String business);

    @Message("¿Qué servicio quieres agendar? También puedes escribirme todo junto, por ejemplo: “{service} mañana a las 5”.")
    String firstQuestion(String service);

    @Message("¡Hola{#if name}, {name}{/if}! ¿En qué te ayudo?")
    String greeting(String name);

    @Message("Vamos por partes; primero esto.")
    String firstThis();

    @Message("Ahora lo otro que me pediste: “{words}”.")
    String nowTheOther(String words);

    @Message("¿En qué te ayudo?")
    String howCanIHelp();

    @Message("Agendar")
    String book();

    @Message("Mis citas")
    String appointments();

    @Message("Servicios")
    String services();

    @Message("Horario y dirección")
    String info();

    @Message("Ver servicios")
    String seeServices();

    @Message("Estos son los servicios de {business}:\n{list}\n\n¿Te agendo alguno?")
    String servicesOf(String business, String list);

    @Message("• {name}: {price}, {duration}")
    String serviceLine(String name, String price, String duration);

    @Message("{name} cuesta {price} y dura {duration}.")
    String serviceDetail(String name, String price, String duration);

    @Message("Nuestro horario:\n{hours}")
    String hours(String hours);

    @Message("• {days}: {times}")
    String hoursLine(String days, String times);

    @Message("{from} a {to}")
    String span(String from, String to);

    @Message("cerrado")
    String closed();

    @Message("Estamos en {address}.")
    String address(String address);

    @Message("No tengo la dirección a la mano. Pregúntala directo en {business}, por favor.")
    String noAddress(String business);

    @Message("¡Con gusto{#if name}, {name}{/if}! Aquí estoy si necesitas algo más.")
    String thanks(String name);

    @Message("De eso no sé, pero sí te ayudo a agendar, mover o cancelar tus citas en {business}.")
    String offTopic(String business);

    @Message("""
            Te ayudo con tus citas en {business}. Puedes escribirme, por ejemplo:
            • “Quiero un corte mañana a las 5”
            • “Mueve mi cita al viernes”
            • “Cancela mi cita”
            • “¿Qué servicios tienen?”""")
    String help(String business);

    @Message("Listo, ya no te mando avisos ni recordatorios; solo contesto cuando me escribas. Para volver a recibirlos escribe ALTA.")
    String optOut();

    @Message("Listo, otra vez te mando avisos de tus citas. Para dejar de recibirlos escribe BAJA.")
    String optIn();

    @Message("Listo, ningún otro negocio verá tu nombre.")
    String nameNotShared();

    @Message("Listo, otros negocios con Yume a los que escribas sabrán cómo te llamas, y nada más.")
    String nameShared();

    @Message("Soy Yume, una asistente virtual: no soy una persona. Te ayudo con tus citas en {business}.")
    String aboutYou(String business);

    @Message("Entiendo que algo te molestó. Si me dices qué necesitas, te ayudo con gusto.")
    String insult();

    @Message("Solo escribo en español, pero con gusto te ayudo con tu cita.")
    String foreign();

    @Message("Gracias por el contacto, pero no lo puedo usar por aquí. ¿Me escribes qué necesitas?")
    String contacts();

    @Message("Perdón, no te entendí. Esto es lo que puedo hacer por aquí:")
    String whatICanDo();

    @Message("Ver opciones")
    String seeOptions();

    @Message("Mover una cita")
    String moveAppointment();

    @Message("Cancelar una cita")
    String cancelAppointment();

    @Message("Hablar con alguien")
    String talkToSomebody();

    @Message("Seguir aquí")
    String stay();

    @Message("¿Cuánto le pones, del 1 al 5? El 5 es lo mejor.")
    String rephraseRating();

    @Message("No te estoy entendiendo, perdón. ¿Prefieres hablar con alguien de {business}?")
    String offerSomebody(String business);

    @Message("{#if today}Hoy{#else}El {day}{/if} abrimos de {times}")
    String openOn(boolean today, String day, String times);

    @Message("{#if today}Hoy{#else}El {day}{/if} no abrimos.")
    String closedOn(boolean today, String day);

    @Message("Esa opción ya no está disponible.")
    String staleTap();

    @Message("Va. Aquí estoy si necesitas algo.")
    String fine();

    @Message("Todavía no puedo escuchar notas de voz. ¿Me lo escribes, por favor?")
    String voice();

    @Message("No puedo ver fotos ni archivos. ¿Me lo escribes, por favor?")
    String picture();

    @Message("Gracias por tu ubicación.{#if address} Nosotros estamos en {address}.{/if}")
    String location(String address);

    @Message("No pude leer tu mensaje. ¿Me lo escribes, por favor?")
    String unreadable();

    @Message("Mucho gusto, {name}. ¿En qué te ayudo?")
    String niceToMeetYou(String name);

    @Message("Listo, no agendé nada. ¿Te ayudo con algo más?")
    String droppedBooking();

    @Message("Listo, no te anoté en la lista de espera. ¿Te ayudo con algo más?")
    String droppedWaiting();

    @Message("Listo, tu cita se queda como está. ¿Te ayudo con algo más?")
    String droppedChange();
}
