package mx.yume.assistant.tools;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** About waiting for a time. */
@MessageBundle("waiting")
public interface WaitingTexts {

    @Message("Listo, estás en la lista de espera:\n{what}\nSi se libera algo, te escribo por aquí.")
    String joined(String what);

    @Message("{services}{#if staff} con {staff}{/if}, {when}")
    String what(String services, String staff, String when);

    @Message("{day}{#if from}, entre {from} y {to}{/if}")
    String oneDay(String day, String from, String to);

    @Message("del {first} al {last}")
    String days(String first, String last);

    @Message("Te pongo en la lista de espera:\n{what}\n¿Va?")
    String summary(String what);

    @Message("¿Para qué día te aviso si se libera algo?")
    String askDay();

    @Message("¿A nombre de quién te anoto en la lista?")
    String askName();

    @Message("Sí, avísame")
    String yes();

    @Message("Otro día")
    String otherDay();

    @Message("No, gracias")
    String no();

    @Message("Avísame si se libera")
    String tellMe();

    @Message("¿O te aviso si se libera algo?")
    String orTellMe();

    @Message("Si prefieres otra hora de las que te di, dime cuál.")
    String orAnother();

    @Message("Salir de la lista")
    String leave();

    @Message("Estás en la lista de espera:\n{lines}")
    String waiting(String lines);

    @Message("¿De cuál te quito?")
    String askWhichToLeave();

    @Message("Ver lista")
    String see();

    @Message("No estás en ninguna lista de espera.")
    String none();

    @Message("Listo, ya no estás en la lista de espera: {what}")
    String left(String what);

    @Message("Va, se lo ofrezco a la siguiente persona. Sigues en la lista por si se libera otro.")
    String declined();
}
