package mx.yume.assistant.guided;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said to people who come back for the same again. */
@MessageBundle("usual")
public interface UsualTexts {

    @Message("¡Hola{#if name}, {name}{/if}!")
    String greeting(String name);

    @Message("¿Lo de siempre: {services}{#if staff} con {staff}{/if}{#if when}, {when}{/if}?")
    String question(String services, String staff, String when);

    @Message("Sí")
    String yes();

    @Message("Otra hora")
    String otherTime();

    @Message("Otro servicio")
    String otherService();

    @Message("Todavía no sé qué es lo de siempre para ti.")
    String unknown();
}
