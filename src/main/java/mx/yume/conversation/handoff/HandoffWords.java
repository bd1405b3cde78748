package mx.yume.conversation.handoff;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import mx.yume.conversation.Incoming;

/**
 * The few words that mean something between two people who write to each other through Yume. Everything else is passed on, so only
 * what can hardly mean anything else is listed: "ya no" ends it, "ya no puedo ir mañana" does not.
 */
final class HandoffWords {

    /** What the button that ends it sends. */
    static final String BACK = "handoff:back:";

    private static final Pattern NOT_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern THANKS = Pattern.compile("(?: (?:por favor|porfa|muchas gracias|gracias))+$");
    private static final Pattern HESITATION = Pattern.compile("^(?:(?:no|ok|okay|va|bueno|gracias|mejor|ya|hola) )+");
    /** "Seguir con Yume", "mejor sigo con el asistente", "regresar con yume". */
    private static final Pattern WITH_YUME = Pattern.compile("(?:quiero |prefiero |mejor )*(?:segu?ir|seguimos|sigo|sigue|"
            + "continuar|continuo|volver|vuelvo|regresar|regreso|hablar) (?:con|a) (?:yume|(?:el|la) (?:asistente|bot))");
    private static final Set<String> CUSTOMER_ENDS = Set.of("ya no", "ya no es necesario", "ya no hace falta", "ya no importa",
            "no es necesario", "no hace falta", "no importa", "olvidalo", "dejalo", "dejalo asi", "cancela eso", "sigue tu",
            "sigue tu yume");
    private static final Set<String> STAFF_ENDS = Set.of("terminar", "termina", "terminamos", "terminado", "termine",
            "ya termine", "ya terminamos", "fin", "listo yume", "yume listo", "listo gracias yume", "gracias yume",
            "ya quedo yume", "sigue tu yume", "yume sigue tu", "te lo dejo yume", "te la dejo yume", "cerrar chat",
            "terminar chat", "terminar platica");
    private static final Set<String> TAKES = Set.of("contestar", "contestarle", "yo contesto", "yo le contesto",
            "yo la atiendo",
            "yo lo atiendo", "yo atiendo", "pasamela", "pasamelo", "tomar chat");
    /** Words of the law and of WhatsApp: an answer of Yume's is due to them whoever else is there. */
    private static final Set<String> CONSENT = Set.of("baja", "stop", "alta", "unsubscribe");

    private HandoffWords() {}

    /** Whether the customer wants Yume back. */
    static boolean customerEnds(List<Incoming> messages) {
        return messages.stream().anyMatch(HandoffWords::customerEnds);
    }

    private static boolean customerEnds(Incoming message) {
        var words = THANKS.matcher(plain(message.body())).replaceAll("");
        return message.choiceId().filter(id -> id.startsWith(BACK)).isPresent() || CUSTOMER_ENDS.contains(words)
                || WITH_YUME.matcher(HESITATION.matcher(words).replaceAll("")).matches() || words.equals("yume");
    }

    static boolean staffEnds(Incoming message) {
        return message.choiceId().filter(id -> id.startsWith("handoff:end:")).isPresent()
                || STAFF_ENDS.contains(plain(message.body()));
    }

    static boolean takes(String body) {
        return TAKES.contains(plain(body));
    }

    static boolean consent(List<Incoming> messages) {
        return messages.stream().anyMatch(message -> CONSENT.contains(plain(message.body())));
    }

    /** Without accents, case and punctuation. */
    static String plain(String text) {
        var letters = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return NOT_WORDS.matcher(letters).replaceAll(" ").strip();
    }
}
