package mx.yume.assistant.staff.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of changes of the team. */
@MessageBundle("setup_people")
public interface PeopleTexts {

    @Message("¿Quién?")
    String askWho();

    @Message("No hay nadie que se llame así. En el equipo están: {names}.")
    String unknown(String names);

    @Message("Dueño")
    String owner();

    @Message("Administra")
    String admin();

    @Message("Atiende")
    String staff();

    @Message("Solo ve la agenda")
    String viewer();

    @Message("¿Cómo se llama?")
    String askName();

    @Message("¿Cuál es el WhatsApp de {name}? Son 10 dígitos.")
    String askPhone(String name);

    @Message("¿Qué puede hacer {name}?")
    String askPermission(String name);

    @Message("Agrego a {name} ({phone}).\nPermiso: {permission}.\nServicios: {services}.\nHorario: el del negocio.\n\n¿Está bien?")
    String adding(String name, String phone, String permission, String services);

    @Message("ninguno, solo ve la agenda")
    String noServices();

    @Message("Listo, {name} ya está en el equipo. Le mando un WhatsApp para que termine su registro.")
    String added(String name);

    @Message("¿Quito a {name} del equipo? Ya no se le podrá agendar ni podrá manejar la agenda.")
    String remove(String name);

    @Message("Listo, {name} ya no está en el equipo.")
    String removed(String name);

    @Message("{name}: de «{before}» a «{after}». ¿Lo cambio?")
    String changing(String name, String before, String after);

    @Message("{name} ya tiene ese permiso: {permission}.")
    String already(String name, String permission);

    @Message("Listo, el permiso de {name} ahora es: {permission}.")
    String changed(String name, String permission);
}
