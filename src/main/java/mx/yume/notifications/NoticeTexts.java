package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the people of a business are told about its agenda. */
@MessageBundle("notices")
public interface NoticeTexts {

    @Message("""
            📅 Nueva cita
            {customer}
            {service} con {staff}, {price}
            {when}""")
    String booked(String customer, String service, String staff, String price, String when);

    @Message("""
            🔁 Cita movida por el cliente
            {customer}
            {service} con {staff}, {price}
            Antes: {before}
            Ahora: {when}""")
    String moved(String customer, String service, String staff, String price, String before, String when);

    @Message("""
            ❌ Cita cancelada por el cliente
            {customer}
            {service} con {staff}, {price}
            Era: {when}""")
    String cancelled(String customer, String service, String staff, String price, String when);

    @Message("""
            🔁 Cita cambiada por el negocio
            {customer}
            {service} con {staff}, {price}
            Antes: {before}
            Ahora: {when}""")
    String movedByBusiness(String customer, String service, String staff, String price, String before, String when);

    @Message("""
            ❌ Cita cancelada por el negocio
            {customer}
            {service} con {staff}, {price}
            Era: {when}""")
    String cancelledByBusiness(String customer, String service, String staff, String price, String when);
}
