package mx.yume.assistant.staff.day.blocks;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of time off. */
@MessageBundle("staff_blocks")
public interface BlockTexts {

    @Message("¿Qué día? Por ejemplo: mañana, o del 20 al 25.")
    String askDay();

    @Message("¿De quién?")
    String whose();

    @Message("No hay nadie que se llame así en el equipo.")
    String unknownStaff();

    @Message("¿Todo el día, o de qué hora a qué hora?")
    String askHours();

    @Message("¿Cuál es el motivo?")
    String askReason();

    @Message("Todo el día")
    String wholeDay();

    @Message("Sin motivo")
    String noReason();

    @Message("Poner motivo")
    String giveReason();

    @Message("Sí")
    String yes();

    @Message("No")
    String no();

    @Message("Bloqueo {who}:\n{when}")
    String summary(String who, String when);

    @Message("Motivo: {reason}")
    String reason(String reason);

    @Message("En ese tiempo hay estas citas, que se quedan como están:\n{visits}")
    String kept(String visits);

    @Message("¿Así está bien?")
    String confirm();

    @Message("tu agenda")
    String yours();

    @Message("la agenda de {name}")
    String of(String name);

    @Message("la agenda de todos")
    String everybodys();

    @Message("{day}, todo el día")
    String dayWhole(String day);

    @Message("{day}, de {from} a {to}")
    String dayHours(String day, String from, String to);

    @Message("del {first} al {last}")
    String days(String first, String last);

    @Message("cada {weekdays} desde el {first}")
    String weekly(String weekdays, String first);

    @Message("cada {weekdays}, del {first} al {last}")
    String weeklyUntil(String weekdays, String first, String last);

    @Message("Listo, bloqueé {who}: {when}.")
    String blocked(String who, String when);

    @Message("Las citas que había se quedan: {count}.")
    String stay(int count);

    @Message("Con tu permiso solo puedes bloquear tu propio tiempo. Para el de otros, pídeselo a quien administra el negocio.")
    String notOthers();

    @Message("Ahí no hay nada bloqueado.")
    String nothing();

    @Message("¿Cuál bloqueo quito?")
    String which();

    @Message("Quito este bloqueo de {who}:\n{when}\n¿Así está bien?")
    String unblock(String who, String when);

    @Message("Quito el bloqueo de {who} solo en este tiempo:\n{when}\nLo demás sigue bloqueado. ¿Así está bien?")
    String unblockPart(String who, String when);

    @Message("Este bloqueo de {who} se repite cada semana:\n{when}\n¿Lo quito para siempre?")
    String unblockWeekly(String who, String when);

    @Message("Listo, quité el bloqueo de {who}: {when}.")
    String unblocked(String who, String when);
}
