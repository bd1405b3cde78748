package mx.yume.notifications;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What owners are told of the connection of their own number; each also as the words of a template's notice. */
@MessageBundle("connections")
public interface ConnectionTexts {

    @Message("""
            ✅ Tu número {number} ya está conectado a Yume: tus clientes de {business} pueden escribir ahí y yo les agendo. \
            Escríbele tú también “hola”: ahí te aviso de cada cita.""")
    String connected(String number, String business);

    @Message("tu número {number} ya está conectado")
    String connectedBriefly(String number);

    @Message("""
            ⚠️ Se cortó la conexión del número {number} de {business}: tus clientes no reciben respuesta ahí. \
            Para arreglarlo pídeme “quiero conectar mi número” y te mando el link.""")
    String disconnected(String number, String business);

    @Message("se cortó la conexión del número {number}; para arreglarlo escribe “quiero conectar mi número”")
    String disconnectedBriefly(String number);

    @Message("""
            ⏳ El permiso de Meta para el número {number} de {business} vence el {day}. Para que no se corte, \
            renuévalo antes: pídeme “quiero conectar mi número” y te mando el link.""")
    String expiring(String number, String business, String day);

    @Message("el permiso del número {number} vence el {day}; para renovarlo escribe “quiero conectar mi número”")
    String expiringBriefly(String number, String day);
}
