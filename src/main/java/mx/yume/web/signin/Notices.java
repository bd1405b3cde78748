package mx.yume.web.signin;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Pages that say why somebody is not in, and what to do. */
public final class Notices {

    @CheckedTemplate(basePath = "entrar")
    static class Templates {

        private Templates() {}

        static native TemplateInstance notice(String title, String text, String link, String label);
    }

    private static final String ASK = "Pídelo aquí con tu número, o a Yume por WhatsApp: escríbele «mándame el link del tablero».";

    private Notices() {}

    /** Nobody is signed in here. */
    public static RestResponse<TemplateInstance> signInFirst() {
        return asking(Status.UNAUTHORIZED, "Entra con un link", "Para ver tu tablero necesitas un link. " + ASK);
    }

    static RestResponse<TemplateInstance> incomplete() {
        return asking(Status.BAD_REQUEST, "Al link le falta algo",
                "Ábrelo tal como te llegó, o pide otro. " + ASK);
    }

    static RestResponse<TemplateInstance> spent() {
        return asking(Status.GONE, "Este link ya no sirve",
                "Cada link dura 10 minutos y funciona una sola vez. " + ASK);
    }

    public static RestResponse<TemplateInstance> fromElsewhere() {
        return page(Status.FORBIDDEN, "No se pudo entrar",
                "Abre el link directamente desde WhatsApp, sin otra página de por medio.");
    }

    /** @param account of which provider */
    public static RestResponse<TemplateInstance> notEntered(String account) {
        return asking(Status.BAD_REQUEST, "No se pudo entrar", "No se pudo entrar con " + account
                + ". Intenta otra vez, o entra con un link. " + ASK);
    }

    /** Whom the provider answers for, and nobody has among their people. */
    public static RestResponse<TemplateInstance> notKnown(String account) {
        return asking(Status.FORBIDDEN, "No encontramos tu cuenta", "Nadie en Yume está registrado con los datos de " + account
                + ". Entra con un link y escribe tu correo en «Mi cuenta». " + ASK);
    }

    static RestResponse<TemplateInstance> out() {
        return asking(Status.OK, "Cerraste sesión", "Para volver a entrar necesitas otro link. " + ASK);
    }

    /** What only the owner may. */
    public static RestResponse<TemplateInstance> ownersOnly() {
        return page(Status.FORBIDDEN, "Solo para quien es dueño",
                "Conectar el número de WhatsApp le toca a quien es dueño del negocio. Pídele que lo haga desde su chat con Yume.");
    }

    /** What their permission does not allow. */
    public static RestResponse<TemplateInstance> notAllowed() {
        return page(Status.FORBIDDEN, "Eso no te toca",
                "Tu permiso en este negocio no alcanza para eso. Si lo necesitas, pídele a quien es dueño que te lo cambie.");
    }

    /** Nothing is there, or it is another business's: nobody is told which. */
    public static RestResponse<TemplateInstance> notThere() {
        return page(Status.NOT_FOUND, "No está aquí", "Puede que ya se haya quitado. Regresa a tu tablero y búscalo de nuevo.");
    }

    private static RestResponse<TemplateInstance> asking(Status status, String title, String text) {
        return Page.of(status, Templates.notice(title, text, "/entrar", "Pedir un link"));
    }

    private static RestResponse<TemplateInstance> page(Status status, String title, String text) {
        return Page.of(status, Templates.notice(title, text, "/tablero", "Ir a mi tablero"));
    }
}
