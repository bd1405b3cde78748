package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What people are told about the agenda of a business because something happened to it. */
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

    /** To the customer, who may have it until it runs out. */
    @Message("""
            🎉 ¡Se liberó un lugar!
            {service}
            {when}, con {staff}
            Te lo guardo {left}; responde para agendarlo.""")
    String offered(String service, String when, String staff, String left);
}
