package mx.yume.assistant.staff.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of changes of the hours. */
@MessageBundle("setup_hours")
public interface HoursTexts {

    @Message("¿Qué días y a qué horas? Por ejemplo: “lunes a viernes de 9 a 7, sábados hasta las 3” o “cierra el lunes”.")
    String ask();

    @Message("Así quedaría el horario:\n{week}\n\nQuien trabaja de la apertura al cierre se ajusta igual. ¿Lo cambio?")
    String week(String week);

    @Message("• {day}: {hours}")
    String line(String day, String hours);

    @Message("{from} a {to}")
    String stretch(String from, String to);

    @Message("cerrado")
    String closed();

    @Message("El {day} cerramos todo el día. ¿Lo cierro?")
    String closeOn(String day);

    @Message("El {day} abrimos solo de {hours}. ¿Lo cambio?")
    String openOn(String day, String hours);

    @Message("Listo, el {day} está cerrado.")
    String closedOn(String day);

    @Message("Listo, el {day} abrimos de {hours}")
    String opensOn(String day, String hours);

    @Message("Listo, el horario queda así:\n{week}")
    String changed(String week);

    @Message("{why}\n{list}")
    String strands(String why, String list);

    @Message("{summary}\n\nLas citas que quedan fuera ({count}) se quedan como están.")
    String staying(String summary, int count);

    @Message("Ya está así el horario.")
    String already();
}
