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

    /** To the customer: the business did it. */
    @Message("""
            ✅ {business} te agendó una cita
            {service} con {staff}, {price}
            {when}
            Si no te queda, dime y la cambiamos.""")
    String yoursBooked(String business, String service, String staff, String price, String when);

    @Message("""
            🔁 {business} cambió tu cita de {service}, con {staff}, {price}
            Antes: {before}
            Ahora: {when}
            Si no te queda, dime y buscamos otra hora.""")
    String yoursMoved(String business, String service, String staff, String price, String before, String when);

    @Message("""
            ❌ {business} tuvo que cancelar tu cita de {service} con {staff}
            Era: {when}
            Si quieres otra, dime y la agendamos.""")
    String yoursCancelled(String business, String service, String staff, String when);

    /** To the customer, who may have it until it runs out. */
    @Message("""
            🎉 ¡Se liberó un lugar!
            {service}
            {when}, con {staff}
            Te lo guardo {left}. ¿Lo quieres?""")
    String offered(String service, String when, String staff, String left);

    @Message("Sí, lo quiero")
    String take();

    @Message("No, gracias")
    String letPass();

    /** To the customer, some time after a visit that took place. */
    @Message("¿Cómo te fue con tu cita de {service} en {business}? Califícala del 1 al 5, porfa.")
    String askRating(String service, String business);

    @Message("Calificar")
    String rate();

    @Message("Muy mal")
    String one();

    @Message("Mal")
    String two();

    @Message("Regular")
    String three();

    @Message("Bien")
    String four();

    @Message("Excelente")
    String five();

    /** To the customer, some time after a visit to which they did not come. */
    @Message("""
            No te vimos en tu cita de {service}: {when}.
            ¿Te agendo otra?""")
    String missed(String service, String when);

    @Message("Agendar otra")
    String bookAgain();

    @Message("Sí fui")
    String iCame();

    /** To owners, when somebody says that they did come. */
    @Message("""
            ⚠️ {customer} dice que sí vino a su cita
            {service} con {staff}
            {when}
            ¿Qué fue?""")
    String disputed(String customer, String service, String staff, String when);

    @Message("Sí vino")
    String came();

    @Message("No vino")
    String didNotCome();

    /** To the customer, when the owner decided. */
    @Message("{business} revisó tu cita de {service} ({when}) y quedó como que sí fuiste. ¡Gracias por avisar!")
    String believed(String business, String service, String when);

    @Message("{business} revisó tu cita de {service} ({when}) y quedó como inasistencia. Si quieres otra, aquí te la agendo.")
    String upheld(String business, String service, String when);
}
