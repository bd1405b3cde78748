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

            Compártelo con tus clientes: escriben ahí y yo les agendo.{#if team}
            Pídele a tu equipo ({team}) que también escriba “hola” ahí para darse de alta.{/if}

            Por este chat me puedes pedir, por ejemplo: “¿qué tengo hoy?”, “cierra el lunes” o “sube el {service} a $500”.""")
    String provided(String business, String number, String link, String team, String service);

    @Message("""
            {business} ya está registrado. Su número de WhatsApp lo da de alta nuestro equipo a mano: puede tardar unos días. \
            Te aviso por aquí en cuanto esté; mientras, todavía no le pueden escribir tus clientes.""")
    String delayed(String business);
}
