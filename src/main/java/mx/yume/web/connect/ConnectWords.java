package mx.yume.web.connect;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import mx.yume.business.numbers.signup.SignupFailure;
import mx.yume.business.numbers.signup.SignupProvider.Launch;
import mx.yume.business.numbers.signup.SignupStatus;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishDates;

/** How it stands with an owner's own number, in words, and what to do about it. */
final class ConnectWords {

    private static final String AGAIN = "Volver a intentar";
    private static final String RECONNECT = "Volver a conectar";

    private record Said(String title, String text, String mark, String button) {}

    private ConnectWords() {}

    static ConnectView view(String business, Optional<PhoneNumber> number, SignupStatus status, Optional<Launch> launch,
            ZoneId zone) {
        var said = launch.isEmpty() && status instanceof SignupStatus.None ? unavailable() : said(status, zone);
        return new ConnectView(business, number.map(PhoneNumber::e164).orElse(""), said.title(), said.text(), said.mark(),
                status instanceof SignupStatus.UnderWay, launch.isEmpty() ? "" : said.button(),
                launch.map(Launch::application).orElse(""), launch.map(Launch::configuration).orElse(""),
                launch.map(Launch::version).orElse(""));
    }

    /** What came back from Meta's window is not what its end gives. */
    static ConnectView incomplete(String business) {
        return new ConnectView(business, "", "No terminó la conexión",
                "La ventana de Meta se cerró antes de tiempo o no eligió un número. Abre otra vez esta página e inténtalo de nuevo.",
                "wrong", false, "", "", "", "");
    }

    private static Said unavailable() {
        return new Said("Por ahora no se puede", "En esta instalación de Yume todavía no se conectan números propios.", "none",
                "");
    }

    private static Said said(SignupStatus status, ZoneId zone) {
        return switch (status) {
            case SignupStatus.None() -> new Said("Usa el número que ya tienes",
                    "Se abre una ventana de Meta: entra con tu Facebook, elige tu negocio y confirma tu número con el código que te"
                            + " llegue. Si hoy usas ese número en la app de WhatsApp, dejará de funcionar ahí.",
                    "none", "Conectar mi número");
            case SignupStatus.UnderWay() -> new Said("Estamos conectando tu número",
                    "Tarda un minuto, a veces más. Puedes cerrar esta página: te aviso por WhatsApp.", "busy", "");
            case SignupStatus.Connected(var phone, var expires) -> new Said("Tu número está conectado",
                    "Tus clientes ya pueden escribir a %s.%s".formatted(number(phone), until(expires, zone)), "good",
                    RECONNECT);
            case SignupStatus.Broken(var phone) -> new Said("Hay que volver a conectar tu número",
                    "Meta dejó de aceptar la conexión de %s. Mientras, tus clientes no reciben respuesta."
                            .formatted(number(phone)),
                    "wrong", RECONNECT);
            case SignupStatus.Failed(var why) -> new Said("No se pudo conectar", advice(why), "wrong", AGAIN);
        };
    }

    private static String advice(SignupFailure why) {
        return switch (why) {
            case PERMISSION_EXPIRED ->
                "El permiso de Meta dura pocos minutos y se venció. Inténtalo otra vez sin dejar la ventana abierta.";
            case NOT_ALLOWED ->
                "Meta no dio permiso para esa cuenta. Inténtalo otra vez con el Facebook de quien administra el negocio y acepta todos los permisos.";
            case PIN_SET ->
                "Ese número tiene verificación en dos pasos. Apágala en el Administrador de WhatsApp de Meta (Números de teléfono, Verificación en dos pasos) e inténtalo otra vez.";
            case NOT_VERIFIED ->
                "Falta confirmar el número con el código que manda Meta. Inténtalo otra vez y escribe el código cuando te lo pida.";
            case TOO_OFTEN -> "Fueron demasiados intentos y Meta pide esperar. Inténtalo mañana.";
            case LOCKED ->
                "Meta tiene bloqueada esa cuenta de WhatsApp. Revisa el motivo en el Administrador de WhatsApp de Meta.";
            case TAKEN -> "Ese número ya lo usa otro negocio en Yume. Conecta otro, o escríbenos si es tuyo.";
            case UNREACHABLE -> "Meta no respondió. Inténtalo otra vez en un rato.";
            case REFUSED -> "Meta no aceptó el número. Inténtalo otra vez; si se repite, escríbenos.";
        };
    }

    private static String number(Optional<PhoneNumber> phone) {
        return phone.map(PhoneNumber::e164).orElse("tu número");
    }

    private static String until(Optional<Instant> expires, ZoneId zone) {
        return expires.map(end -> " El permiso dura hasta el %s; te aviso antes."
                .formatted(SpanishDates.date(LocalDate.ofInstant(end, zone)))).orElse("");
    }
}
