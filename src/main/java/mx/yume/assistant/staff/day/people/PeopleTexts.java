package mx.yume.assistant.staff.day.people;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said about customers to staff, and what staff have said to them. */
@MessageBundle("staff_people")
public interface PeopleTexts {

    @Message("¿De quién? Dime su nombre o su teléfono.")
    String whose();

    @Message("No encontré a nadie así entre los clientes.")
    String unknown();

    @Message("Hay varias personas que se llaman así. ¿Quién?")
    String which();

    @Message("sin nombre")
    String nameless();

    @Message("{name}, {phone}")
    String head(String name, String phone);

    @Message("Visitas: {came} · Faltas: {missed} · Canceladas: {cancelled}")
    String counts(int came, int missed, int cancelled);

    @Message("Próxima: {visit}")
    String next(String visit);

    @Message("Última visita: {visit}")
    String last(String visit);

    @Message("Lo más reciente:\n{visits}")
    String recent(String visits);

    @Message("• {date}: {service} con {staff}, {price}, {status}")
    String visit(String date, String service, String staff, String price, String status);

    @Message("Todavía no tiene citas.")
    String nothing();

    @Message("por venir")
    String coming();

    @Message("sin marcar")
    String unmarked();

    @Message("atendida")
    String completed();

    @Message("no llegó")
    String missed();

    @Message("cancelada")
    String cancelled();

    @Message("¿A quién le escribo?")
    String toWhom();

    @Message("¿Qué le digo a {name}?")
    String what(String name);

    @Message("Le mando a {name}:\n“{text}”\n¿Lo envío?")
    String summary(String name, String text);

    @Message("Listo, le mandé tu mensaje a {name}.")
    String sent(String name);

    @Message("No le puedo escribir a {name}: WhatsApp solo lo permite si escribió al negocio en las últimas 24 horas y no pidió que no"
            + " le escriban.")
    String closed(String name);

    @Message("Su teléfono es {phone}.")
    String call(String phone);

    /** To the customer. */
    @Message("{business} te manda decir {text}")
    String relayed(String business, String text);

    @Message("{business} pregunta {text}")
    String asked(String business, String text);

    @Message("Mensaje de {business}: {text}")
    String toTell(String business, String text);
}
