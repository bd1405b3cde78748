package mx.yume.conversation.handoff;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What both sides are told while a person of the business answers. */
@MessageBundle("handoff")
public interface HandoffTexts {

    // To whoever of the business is asked

    @Message("🙋 {who} quiere hablar con una persona.")
    String askedByCustomer(String who);

    @Message("🙋 No pude resolverle a {who} y quiere que le conteste una persona.")
    String askedByAssistant(String who);

    @Message("Motivo: {reason}")
    String reason(String reason);

    @Message("Lo último que se dijo:\n{lines}")
    String lastSaid(String lines);

    @Message("{who}: {text}")
    String line(String who, String text);

    @Message("Cliente")
    String customer();

    @Message("Si prefieres, escríbele directo: {link}")
    String link(String link);

    @Message("Toca “Contestar” y yo me callo: lo que escribas aquí le llega.")
    String howTo();

    @Message("Te lo dejaron mientras no estabas. Toca “Contestar” para escribirle por aquí.")
    String leftForYou();

    @Message("Contestar")
    String answer();

    @Message("Terminar")
    String end();

    // To whoever answers

    @Message("Ya estás con {who}. Lo que escribas aquí le llega con tu nombre. Cuando acabes, escribe “terminar”.")
    String taken(String who);

    @Message("{name} ya está con {who}.")
    String takenBy(String name, String who);

    @Message("Ahorita estás con {who}. Escribe “terminar” y luego contestas a los demás.")
    String busy(String who);

    @Message("Ahorita estás con {who}, así que todavía no hice lo que tocaste. Escribe “terminar” y vuelve a tocarlo.")
    String tapped(String who);

    @Message("Ese aviso ya no está disponible.")
    String gone();

    @Message("Nadie está esperando que le contesten.")
    String nobodyWaits();

    @Message("Tu permiso no alcanza para contestar a los clientes. Pídeselo a quien administra el negocio.")
    String notAllowed();

    @Message("Hace más de 24 horas que {who} no escribe y WhatsApp ya no me deja mandarle mensajes.{#if link} Escríbele directo: {link}{/if}")
    String tooLate(String who, String link);

    @Message("Listo, terminaste con {who}. Yo sigo atendiendo.")
    String endedByYou(String who);

    @Message("Listo, yo sigo atendiendo a {who}.")
    String declinedByYou(String who);

    @Message("{who} prefirió seguir conmigo. Ya no le llega lo que escribas aquí.")
    String endedByCustomer(String who);

    @Message("Pasó media hora sin mensajes con {who}, así que sigo atendiendo yo. Si quieres escribirle, toca “Contestar”.")
    String endedBySilence(String who);

    @Message("Nadie le contestó a {who} en media hora y sigo atendiendo yo. Si quieres escribirle, toca “Contestar”.")
    String nobodyAnswered(String who);

    @Message("Eso no lo puedo pasar: solo texto. Escríbeselo, por favor.")
    String onlyText();

    // To the customer

    @Message("Ya le avisé a {names}. En cuanto te contesten, te llega por este mismo chat.")
    String told(String names);

    @Message("Ya está avisado el equipo. En cuanto te contesten, te llega por este mismo chat.")
    String alreadyTold();

    @Message("{name} ya está en este chat: lo que escribas le llega.")
    String alreadyHere(String name);

    @Message("Ahorita no alcanzo a nadie del equipo. Les dejé tu mensaje y lo verán cuando entren a su chat. Mientras, yo te ayudo.")
    String left();

    @Message("Seguir con Yume")
    String back();

    @Message("Se lo paso a {names}. En cuanto te contesten, te llega por aquí.")
    String passedOn(String names);

    @Message("Le sumo tu mensaje al recado. Todavía no alcanzo a nadie del equipo; si prefieres, escribe “seguir con Yume”.")
    String passedOnToNobody();

    @Message("{name} ya te atiende por este chat 👋")
    String here(String name);

    @Message("{name} terminó la conversación. Aquí sigo yo, Yume, por si necesitas algo más.")
    String goneAgain(String name);

    @Message("Por ahora no te pueden contestar. Aquí sigo yo, Yume: escríbeme y te ayudo.")
    String declined();

    @Message("Listo, aquí sigo yo.")
    String withYumeAgain();

    @Message("Ya pasó media hora sin mensajes, así que sigo yo, Yume. Escríbeme y te ayudo.")
    String silence();

    @Message("Nadie ha podido contestarte todavía; ya tienen tu mensaje. Mientras, sigo yo, Yume: escríbeme y te ayudo.")
    String nobodyCame();

    // What one wrote, as the other reads it

    @Message("*{name}:* {text}")
    String says(String name, String text);

    @Message("(mandó una foto)")
    String photo();

    @Message("(mandó una nota de voz)")
    String voice();

    @Message("(mandó un archivo)")
    String file();

    @Message("(mandó un video)")
    String video();

    @Message("(mandó un sticker)")
    String sticker();

    @Message("(mandó su ubicación)")
    String location();

    @Message("(mandó un contacto)")
    String contact();

    @Message("(mandó algo que no puedo mostrar)")
    String something();
}
