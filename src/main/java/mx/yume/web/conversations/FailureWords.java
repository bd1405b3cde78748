package mx.yume.web.conversations;

import java.util.List;

/** Why a message did not arrive, for whoever sent it. Codes as Meta and Twilio document them. */
final class FailureWords {

    private record Known(String sentence, List<String> codes) {}

    private static final List<Known> KNOWN = List.of(
            new Known("Pasaron más de 24 horas desde su último mensaje y WhatsApp ya no lo dejó pasar.",
                    List.of("131047", "63016", "window")),
            new Known("Ese número no tiene WhatsApp o no puede recibir mensajes.",
                    List.of("131026", "63003", "63024", "21211", "21614")),
            new Known("WhatsApp frenó los envíos por un rato. Mándalo otra vez más tarde.",
                    List.of("130429", "131048", "131056", "131049", "80007", "63018", "20429", "429")),
            new Known("El número del negocio no está bien conectado. Revísalo en Ajustes.",
                    List.of("190", "131031", "131042", "133010", "20003", "63007", "63020", "disconnected")),
            new Known("WhatsApp bloqueó ese mensaje para esta persona.", List.of("131050", "63032", "21610")));

    private FailureWords() {}

    /** @param error as it was kept: a code and a sentence, mostly */
    static String of(String error) {
        return KNOWN.stream().filter(known -> known.codes().stream().anyMatch(code -> has(error, code))).findFirst()
                .map(Known::sentence).orElse("WhatsApp no lo pudo entregar.");
    }

    /** As a word of its own: 190 is not in 131900. */
    private static boolean has(String error, String code) {
        int at = error.indexOf(code);
        return at >= 0 && (at == 0 || !Character.isLetterOrDigit(error.charAt(at - 1)))
                && (at + code.length() == error.length() || !Character.isLetterOrDigit(error.charAt(at + code.length())));
    }
}
