package mx.yume.assistant.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to administrators of the installation. */
@MessageBundle("administrator")
public interface AdministratorTexts {

    @Message("Plantillas en {channel} ({account}):")
    String templates(String channel, String account);

    @Message("No hay ningún proveedor conectado que necesite plantillas.")
    String noProvider();

    @Message("Se están enviando a {accounts} cuenta(s). En unos minutos escribe “plantillas” para ver cómo van.")
    String submitting(int accounts);

    @Message("✅ {name}: aprobada")
    String approved(String name);

    @Message("⏳ {name}: en revisión")
    String submitted(String name);

    @Message("📤 {name}: por enviar")
    String wanted(String name);

    @Message("⏸️ {name}: en pausa")
    String paused(String name);

    @Message("❌ {name}: rechazada. {reason}")
    String rejected(String name, String reason);

    @Message("⚪ {name}: sin enviar")
    String notSubmitted(String name);

    @Message("🔄 {name}: cambió su texto, hay que enviarla otra vez")
    String outdated(String name);

    @Message("Ningún negocio espera un número.")
    String nobodyWaits();

    @Message("Negocios que esperan un número:")
    String waiting();

    @Message("• {business} ({slug}), desde el {since}")
    String waits(String business, String slug, String since);

    @Message("Para darle uno escribe “asignar +52… a nombre-del-negocio”.")
    String howToAssign();

    @Message("Listo: {number} ya es de {slug}.")
    String given(String number, String slug);

    @Message("{slug} ya tenía el {number}.")
    String hadIt(String number, String slug);

    @Message("El {number} es de otro negocio. No cambié nada.")
    String taken(String number);

    @Message("A {slug} se le está dando un número en este momento. Intenta en unos minutos.")
    String underWay(String slug);

    @Message("No hay ningún negocio “{slug}”.")
    String noBusiness(String slug);

    @Message("No hay mensajes fallidos.")
    String noneFailed();

    @Message("Mensajes fallidos: {count}. Los últimos:")
    String failed(long count);

    @Message("• {id} · {when} · {business} · {why}")
    String failure(String id, String when, String business, String why);

    @Message("Para enviarlos otra vez escribe “reintentar” y la clave, o “reintentar todos”.")
    String howToRetry();

    @Message("código {code}")
    String code(String code);

    @Message("plantilla sin aprobar")
    String noTemplate();

    @Message("fuera de las 24 horas y sin plantilla")
    String windowClosed();

    @Message("falla del canal")
    String unknownFailure();

    @Message("Se envía otra vez: {count}.")
    String retried(int count);

    @Message("No hay ninguno que se pueda enviar otra vez: no existe, ya salió o ya venció.")
    String noneRetried();

    @Message("…y {count} más.")
    String more(int count);

    @Message("El proveedor no contestó. Intenta en unos minutos.")
    String providerSilent();
}
