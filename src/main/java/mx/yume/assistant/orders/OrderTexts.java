package mx.yume.assistant.orders;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What is said of every order alike. */
@MessageBundle("orders")
public interface OrderTexts {

    @Message("Eso no lo puedes hacer con tu permiso. Pídeselo a quien administra el negocio, por favor.")
    String forbidden();

    @Message("Sí")
    String yes();

    @Message("No")
    String no();
}
