package mx.yume.assistant.founding;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to whoever writes to the central number and is staff nowhere. */
@MessageBundle("founding")
public interface FoundingTexts {

    /** LFPDPPP: who uses the data and for what, at the first contact. */
    @Message("""
            ¡Hola! Soy Yume 👋 Atiendo el WhatsApp de barberías, salones y spas: agendo, muevo y recuerdo citas, a toda hora.
            Privacidad: uso tu nombre y tu teléfono solo para registrar y atender tu negocio.""")
    String introduction();

    @Message("Te registro aquí mismo en unos minutos. ¿Cómo se llama tu negocio, en qué ciudad está y cómo te llamas tú?")
    String begin();

    @Message("¿Cómo se llama tu negocio, en qué ciudad está y cómo te llamas tú?")
    String beginAgain();

    @Message("¿Cómo se llama tu negocio?")
    String askName();

    @Message("¿Y cómo te llamas tú?")
    String askOwner();

    @Message("¿En qué ciudad está?")
    String askCity();

    @Message("¿En qué estado está {city}? Así pongo bien tu hora.")
    String askState(String city);

    @Message("¿En qué ciudad está y cómo te llamas tú?")
    String askCityAndOwner();

    @Message("¿Qué es {name}?")
    String askType(String name);

    @Message("Ver opciones")
    String see();

    @Message("Barbería")
    String barbershop();

    @Message("Salón de belleza")
    String hairSalon();

    @Message("Salón de uñas")
    String nailSalon();

    @Message("Spa")
    String spa();

    @Message("Otro")
    String other();

    @Message("¡Mucho gusto, {owner}! ¿Qué servicios das, cuánto cuestan y cuánto duran? Escríbelos como quieras, por ejemplo: “corte 30 min $150, barba 20 min $100”.")
    String askServices(String owner);

    @Message("¿Qué servicios das, cuánto cuestan y cuánto duran? Por ejemplo: “corte 30 min $150, barba 20 min $100”.")
    String askServicesAgain();

    @Message("¿Cuánto cuesta y cuánto dura {service}?")
    String askPriceAndDuration(String service);

    @Message("¿Cuánto cuesta {service}?")
    String askPrice(String service);

    @Message("¿Cuánto dura {service}? Por ejemplo: “30 min” o “hora y media”.")
    String askDuration(String service);

    @Message("¿Cuánto dura cada uno? Por ejemplo: “{example} 30 min”, o “30 min todos”.")
    String askDurations(String example);

    @Message("¿Cuánto cuesta cada uno? Por ejemplo: “{example} $150”.")
    String askPrices(String example);

    @Message("Así va tu menú:\n{menu}\nSi algo está mal, dímelo.")
    String menuNow(String menu);

    @Message("Tu menú está vacío.")
    String menuEmpty();

    @Message("• {name}: {price}, {duration}")
    String menuLine(String name, String price, String duration);

    @Message("sin precio")
    String noPrice();

    @Message("sin duración")
    String noDuration();

    @Message("¿Qué días abres y a qué horas? Por ejemplo: “lunes a viernes de 9 a 7, sábados hasta las 3, domingos no”.")
    String askHours();

    @Message("Este es tu horario:\n{hours}")
    String hoursNow(String hours);

    @Message("¿Así está bien?")
    String isThatRight();

    @Message("¿Todos los días son esas horas?")
    String everyDay();

    @Message("¿Cierras en la noche, a esa hora?")
    String atNight();

    @Message("¿Cierras pasada la medianoche?")
    String pastMidnight();

    @Message("¿Abres las 24 horas?")
    String allDay();

    @Message("¿Quién más atiende contigo? Mándame nombre, celular y qué hace cada quien, por ejemplo: “Beto 55 1234 5678 hace barba”. Si eres solo tú, toca “Solo yo”.")
    String askStaff();

    @Message("Solo yo")
    String onlyMe();

    @Message("Este es tu equipo:\n{team}")
    String teamNow(String team);

    @Message("""
            Así queda tu negocio:
            🏪 {name} ({type})
            📍 {place}
            👤 {owner}, dueño o dueña{#if !serves} (no atiende clientes){/if}

            {menu}

            🕘 Horario
            {hours}
            {#if team}

            👥 Equipo
            {team}
            {/if}

            ¿Lo registro así? Si algo está mal, dímelo.""")
    String summary(String name, String type, String place, String owner, boolean serves, String menu, String hours,
            String team);

    @Message("{place} ({zone})")
    String placeAndZone(String place, String zone);

    @Message("{zone}, por la lada {code} de tu teléfono")
    String zoneByAreaCode(String zone, String code);

    @Message("• {name}{#if phone}, {phone}{#else} (sin celular: no podrá escribirme){/if}: {gives}{#if manages}; administra contigo: cambia horarios, precios y equipo{/if}")
    String mate(String name, String phone, String gives, boolean manages);

    @Message("solo consulta")
    String onlyLooks();

    @Message("todo")
    String everything();

    @Message("Sí, registrarlo")
    String yesFound();

    @Message("Cambiar algo")
    String change();

    @Message("Sí")
    String yes();

    @Message("No")
    String no();

    @Message("¿Qué cambio? Dímelo con tus palabras, por ejemplo: “el corte es $180”, “quita barba”, “sábados de 10 a 2” o “estamos en Puebla”.")
    String whatToChange();

    @Message("🎉 ¡Listo! {business} ya está registrado. Ahora le consigo su número de WhatsApp; te escribo por aquí en cuanto lo tenga.")
    String founded(String business);

    @Message("No lo pude registrar. {why}")
    String refused(String why);

    @Message("¿Borro lo que llevamos y empezamos de nuevo?")
    String startOver();

    @Message("Va, seguimos con lo que llevamos.")
    String goOn();

    @Message("Listo, borré todo. ¿Cómo se llama tu negocio, en qué ciudad está y cómo te llamas tú?")
    String startedOver();

    @Message("Va. Lo que llevamos se queda guardado: escríbeme cuando quieras seguir.")
    String later();

    @Message("Va. Aquí estoy cuando quieras.")
    String fine();

    @Message("Soy Yume, una asistente automática: contesto el WhatsApp de tu negocio y agendo, muevo y recuerdo las citas de tus clientes. Tú y tu equipo manejan todo también por WhatsApp.")
    String whatIsThis();

    @Message("Registrarte aquí no cuesta nada ni te pido tarjeta. Si más adelante hubiera un plan de paga, te avisamos antes: nada se cobra solo.")
    String price();

    @Message("Tus datos y los de tus clientes se usan solo para atender las citas de tu negocio; otros negocios no los ven.")
    String privacy();

    @Message("Primero te doy un número nuevo para tu negocio. Cuando esté registrado, si quieres usar el que ya tienes, pídeme: “quiero conectar mi número”.")
    String ownNumber();

    @Message("Tu tablero web es para cuando tu negocio ya tenga su número. Entonces pídeme: “mándame el link del tablero”.")
    String noDashboardYet();

    @Message("Este es el número de Yume, para dueños de negocios: aquí no agendo citas. Escríbele directo al WhatsApp de tu salón o barbería. Si tienes un negocio, dime cómo se llama y lo registramos.")
    String wrongNumber();

    @Message("Por aquí solo estoy yo, la asistente; no hay una persona en este chat.")
    String human();

    @Message("Solo hablo español. Te ayudo a registrar tu negocio.")
    String foreign();

    @Message("¡Con gusto!")
    String thanks();

    @Message("Lamento la molestia. Si quieres seguir con el registro, aquí estoy.")
    String insult();

    @Message("De acuerdo, solo te escribo para contestarte. Para que te avise otra vez, escribe ALTA.")
    String optOut();

    @Message("Listo, otra vez te aviso lo que pase con tu registro.")
    String optIn();

    @Message("No te entendí.")
    String misunderstood();

    @Message("Sigo sin entenderte; escríbelo como en el ejemplo, por favor.")
    String misunderstoodAgain();

    @Message("Esa opción ya no está disponible.")
    String staleTap();

    @Message("Todavía no puedo escuchar notas de voz. ¿Me lo escribes, por favor?")
    String voice();

    @Message("No puedo ver fotos ni archivos. ¿Me lo escribes, por favor?")
    String picture();

    @Message("No pude leer tu mensaje. ¿Me lo escribes, por favor?")
    String unreadable();
}
