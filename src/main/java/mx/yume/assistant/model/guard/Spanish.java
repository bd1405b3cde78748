package mx.yume.assistant.model.guard;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells English from Spanish by the small words that no text goes without. Names of businesses and services weigh little. */
public final class Spanish {

    private static final Set<String> ENGLISH = Set.of("the", "is", "are", "you", "your", "and", "for", "with", "at", "to", "of",
            "in",
            "on", "i", "have", "has", "can", "would", "like", "what", "when", "which", "will", "this", "that", "it", "be", "we",
            "do",
            "been", "how", "please", "sorry", "hello", "hi", "appointment", "booked", "available", "let", "know", "time", "or");
    private static final Set<String> SPANISH = Set.of("el", "la", "los", "las", "de", "del", "que", "y", "a", "en", "un", "una",
            "para",
            "con", "por", "te", "tu", "es", "está", "qué", "cuál", "al", "o", "no", "sí", "si", "se", "lo", "me", "hola",
            "cita",
            "gracias", "quieres", "hay", "tengo", "horario", "p", "m", "mañana", "hoy", "claro", "listo", "gusto", "ayudo",
            "cómo");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private Spanish() {}

    public static boolean isForeign(String text) {
        var words = NOT_LETTERS.splitAsStream(Sayings.plain(text)).toList();
        long english = words.stream().filter(ENGLISH::contains).count();
        long spanish = words.stream().filter(SPANISH::contains).count();
        return (english >= 2 && english > spanish) || (english == 1 && spanish == 0);
    }
}
