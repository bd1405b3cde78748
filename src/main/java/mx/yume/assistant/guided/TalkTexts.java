package mx.yume.assistant.guided;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said around the errands: greetings, questions about the business, and what is no errand at all. */
@MessageBundle("talk")
public interface TalkTexts {

    /** LFPDPPP: who uses the data and for what, at the first contact. */
    @Message("""
            ¡Hola! Soy Yume, la asistente de {business} 👋
            Privacidad: {business} y Yume usan tu nombre y tu teléfono solo para atender tus citas.""")
    String introduction(String business);

    @Message("¿Qué servicio quieres agendar? También puedes escribirme todo junto, por ejemplo: “{service} mañana a las 5”.")
    String firstQuestion(String service);

    @Message("¡Hola{#if name}, {name}{/if}! ¿En qué te ayudo?")
    String greeting(String name);

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

    @Message("De acuerdo. Solo te escribo para contestar tus mensajes; no te mando promociones.")
    String optOut();

    @Message("¡Gracias! Aquí estoy cuando quieras agendar.")
    String optIn();

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

    @Message("Listo, tu cita se queda como está. ¿Te ayudo con algo más?")
    String droppedChange();
}
