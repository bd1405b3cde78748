package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What owners are told when somebody of their team writes from another number. */
@MessageBundle("numberchanges")
public interface NumberChangeTexts {

    @Message("📱 {name} cambió de número de WhatsApp{#if phone}: ahora es {phone}{/if}. Ya entra a {business} con el nuevo. Si no te suena, escríbeme “quita a {name}”.")
    String followed(String name, String business, String phone);

    @Message("📱 {name} cambió de número de WhatsApp{#if phone}: ahora es {phone}{/if}. Por seguridad, con el nuevo no entra a {business}. Confírmalo con {name} y, si es correcto, agrega a esa persona otra vez con su número nuevo.")
    String notFollowed(String name, String business, String phone);
}
