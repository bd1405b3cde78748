package mx.yume.assistant.staff.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** How a business is doing, in words. */
@MessageBundle("setup_stats")
public interface StatsTexts {

    @Message("{period}:\n{lines}")
    String figures(String period, String lines);

    @Message("El {day}")
    String day(String day);

    @Message("Del {from} al {to}")
    String days(String from, String to);

    @Message("{period} no hay citas.")
    String nothing(String period);

    @Message("• Ventas: {amount} en {count} {#if count == 1}cita{#else}citas{/if}")
    String earned(String amount, int count);

    @Message("• Por venir: {count}")
    String ahead(int count);

    @Message("• Canceladas: {cancelled}; no llegaron: {noShows}")
    String lost(int cancelled, int noShows);

    @Message("• Clientes nuevos: {count}")
    String newCustomers(int count);

    @Message("• Lo más pedido: {list}")
    String services(String list);

    @Message("• Por persona: {list}")
    String staff(String list);

    @Message("{name} ({count})")
    String counted(String name, int count);
}
