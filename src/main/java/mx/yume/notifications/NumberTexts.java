package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What an owner is told of the number of their new business. */
@MessageBundle("numbers")
public interface NumberTexts {

    @Message("""
            🎉 ¡{business} ya tiene número!
            📱 {number}
            {link}

            Compártelo con tus clientes: escriben ahí y yo les agendo. Escríbele tú también “hola”: ahí te aviso de cada cita.\
            {#if team} A tu equipo ({team}) le mando un mensaje para que se dé de alta.{/if}

            Por aquí o por ahí me puedes pedir, por ejemplo: “¿qué tengo hoy?”, “cierra el lunes” o “agrega un servicio”. \
            Para tu tablero web: “mándame el link del tablero”.""")
    String provided(String business, String number, String link, String team);

    @Message("ya tienes número de WhatsApp: {number}. Compártelo con tus clientes y escríbele tú también “hola”")
    String providedBriefly(String number);

    @Message("""
            {business} ya está registrado. Su número de WhatsApp lo da de alta nuestro equipo a mano: puede tardar unos días. \
            Te aviso por aquí en cuanto esté; mientras, todavía no le pueden escribir tus clientes.""")
    String delayed(String business);

    @Message("tu número de WhatsApp lo da de alta nuestro equipo a mano y puede tardar unos días; te aviso en cuanto esté")
    String delayedBriefly();
}
