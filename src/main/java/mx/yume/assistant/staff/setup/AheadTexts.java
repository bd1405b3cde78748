package mx.yume.assistant.staff.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is asked and said of the appointments ahead of whoever or whatever leaves. */
@MessageBundle("setup_ahead")
public interface AheadTexts {

    @Message("{why}\n{list}")
    String question(String why, String list);

    @Message("• {when}: {customer}, {service} con {staff}")
    String line(String when, String customer, String service, String staff);

    @Message("• y {count} más")
    String more(int count);

    @Message("Dejarlas")
    String keep();

    @Message("Cancelarlas")
    String cancel();

    @Message("Con alguien más")
    String reassign();

    @Message("No")
    String no();

    @Message("a {name}")
    String somebody(String name);

    @Message("Quito {name} y {count} de sus citas por venir se quedan como están. ¿Así?")
    String confirmKeep(String name, int count);

    @Message("Quito {name} y CANCELO {count} de sus citas por venir; les aviso a los clientes. ¿Así?")
    String confirmCancel(String name, int count);

    @Message("Quito {name} y paso {count} de sus citas por venir con alguien más. ¿Así?")
    String confirmReassign(String name, int count);

    @Message("Citas por venir que se quedan: {count}.")
    String kept(int count);

    @Message("Citas canceladas: {count}.")
    String cancelled(int count);

    @Message("Citas que pasaron con alguien más: {count}.")
    String reassigned(int count);
}
