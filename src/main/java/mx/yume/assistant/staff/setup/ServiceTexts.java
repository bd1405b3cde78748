package mx.yume.assistant.staff.setup;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of changes of the menu. */
@MessageBundle("setup_services")
public interface ServiceTexts {

    @Message("¿De qué servicio?")
    String askService();

    @Message("¿Cuánto debe costar {name}? Ahora cuesta {price}.")
    String askNewPrice(String name, String price);

    @Message("¿Qué le cambio a {name}: el precio o la duración? Ahora cuesta {price} y dura {duration}.")
    String askWhat(String name, String price, String duration);

    @Message("{name}\n{changes}\n\nLas citas que ya están agendadas se quedan como están. ¿Lo cambio?")
    String changes(String name, String changes);

    @Message("• Precio: {before} → {after}")
    String priceChange(String before, String after);

    @Message("• Duración: {before} → {after}")
    String durationChange(String before, String after);

    @Message("• Nombre: {before} → {after}")
    String nameChange(String before, String after);

    @Message("Ya está así: {name} cuesta {price} y dura {duration}.")
    String alreadySo(String name, String price, String duration);

    @Message("Listo: {name} cuesta {price} y dura {duration}.")
    String changed(String name, String price, String duration);

    @Message("¿Cómo se llama el servicio nuevo?")
    String askName();

    @Message("¿Cuánto dura {name}? Por ejemplo: 45 min.")
    String askDuration(String name);

    @Message("¿Cuánto cuesta {name}?")
    String askPrice(String name);

    @Message("Servicio nuevo:\n• {name}: {price}, {duration}\nLo hacen: {staff}.\n\n¿Lo agrego?")
    String newService(String name, String price, String duration, String staff);

    @Message("Listo, agregué {name}: {price}, {duration}.")
    String added(String name, String price, String duration);

    @Message("¿Quito {name} del menú? Ya no se podrá agendar.")
    String remove(String name);

    @Message("Listo, quité {name} del menú.")
    String removed(String name);

    @Message("No hay ningún servicio que se llame así. Hay: {list}.")
    String unknown(String list);
}
