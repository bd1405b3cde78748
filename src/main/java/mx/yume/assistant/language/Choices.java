package mx.yume.assistant.language;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Positions in what was offered: "2", "la 2", "opción 3", "el segundo", when the message says no more than that. */
final class Choices {
    private static final List<String> ORDINALS = List.of("primer", "segund", "tercer", "cuart", "quint", "sext", "septim",
            "octav", "noven", "decim");
    private static final String AROUND = "(?:,|por favor|gracias|quiero|quisiera|prefiero|mejor|me gusta|me quedo con|dame|elijo|escojo|seria|pues|si|ok|para mi|hola|va|esta bien|bueno|que sea|tomo)";
    private static final Pattern CHOICE = Pattern.compile(" (?:" + AROUND
            + " ){0,6}(?:(?<pointed>(?:(?:el|la|los|las|opcion|numero|inciso|de) ){0,3})(?<number>\\d{1,2})(?: (?:a|o|ro|ra|er|do|da|to|ta))?"
            + "|(?:(?:el|la) )?(?<ordinal>" + String.join("|", ORDINALS)
            + ")(?:o|a)?)(?: (?:opcion|hora|horario|fecha|servicio|lugar))?(?: " + AROUND + "){0,6} ");
    private static final Pattern POINTED_FIRST = Pattern.compile(" (?:" + AROUND
            + " ){0,6}(?:la|opcion|la opcion|numero|la numero|el numero) (?<number>\\d{1,2})(?= (?:[,@]|con|para|por)).*");

    private Choices() {}

    static OptionalInt read(Sentence sentence) {
        Matcher matcher = CHOICE.matcher(sentence.words());
        if (matcher.matches()) {
            String ordinal = matcher.group("ordinal");
            return positive(ordinal == null ? Integer.parseInt(matcher.group("number")) : ORDINALS.indexOf(ordinal) + 1);
        }
        Matcher pointed = POINTED_FIRST.matcher(sentence.words());
        return pointed.matches() ? positive(Integer.parseInt(pointed.group("number"))) : OptionalInt.empty();
    }

    private static OptionalInt positive(int number) {
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
