package mx.yume.assistant.staff.notices;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of somebody's own notices. */
@MessageBundle("staff_notices")
public interface NoticePreferenceTexts {

    @Message("""
            Tus avisos:
            {list}
            Cámbialos cuando quieras, por ejemplo: “silencia las cancelaciones” o “avísame de los cambios”.""")
    String told(String list);

    @Message("• {kind}: {#if wanted}sí te llegan{#else}silenciados{/if}")
    String line(String kind, boolean wanted);

    @Message("¿Qué avisos ya no quieres? A lo que me escribas te contesto igual.\n{list}")
    String whichToMute(String list);

    @Message("¿Qué avisos quieres recibir?\n{list}")
    String whichToWant(String list);

    @Message("Listo, silencié tus avisos de {kinds}. Para recibirlos otra vez dime “avísame de {kinds}”.")
    String muted(String kinds);

    @Message("Listo, te llegan los avisos de {kinds}.")
    String wanted(String kinds);

    @Message("Así ya estaban tus avisos de {kinds}: {#if wanted}te llegan{#else}silenciados{/if}.")
    String already(String kinds, boolean wanted);

    @Message("¿Silencio tus avisos de {kinds}?")
    String muting(String kinds);

    @Message("¿Quieres recibir los avisos de {kinds}?")
    String wanting(String kinds);

    @Message("citas nuevas")
    String newBookings();

    @Message("cambios")
    String moves();

    @Message("cancelaciones")
    String cancellations();

    @Message("agenda diaria")
    String dailySchedule();

    @Message("{#if wanted}Recibir{#else}Silenciar{/if} {kind}")
    String option(boolean wanted, String kind);

    @Message("Silenciar todos")
    String muteAll();
}
