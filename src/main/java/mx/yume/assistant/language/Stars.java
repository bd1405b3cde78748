package mx.yume.assistant.language;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How good a visit was, 1 to 5: in stars, as a mark that somebody gives, or in the words that stand for one. */
final class Stars {
    private static final int MOST = 5;
    private static final int DRAWN = 0x2B50;
    private static final int DRAWN_GLOWING = 0x1F31F;
    private static final Pattern GIVEN = Sentence.pattern(
            "(?<n>\\d{1,2}|una?) (?:estrell(?:a|as|ita|itas)|de 5|de calificacion)|(?:(?:le|les|te|los) )?(?:doy|pongo|daria|pondria|califico con) (?:un |una )?(?<given>\\d{1,2})(?! @)"
                    + "|calificacion (?:(?:es|de|un|,) ){0,2}(?<mark>\\d{1,2})");
    private static final Pattern ALONE = Pattern.compile("[ ,]*un (?<n>[1-5])[ ,]*(?:gracias |por favor )?");
    private static final String SERVICE = "(?:servicio|trato|atencion|trabajo)";
    private static final Map<Pattern, Integer> WORDS = words();

    private Stars() {}

    /** @param text as written, where stars may be drawn */
    static Optional<Integer> read(String text, Sentence sentence) {
        return drawn(text).or(() -> given(sentence))
                .or(() -> WORDS.entrySet().stream().filter(entry -> sentence.has(entry.getKey()))
                        .map(Map.Entry::getValue).findFirst());
    }

    private static Optional<Integer> drawn(String text) {
        long stars = text.codePoints().filter(c -> c == DRAWN || c == DRAWN_GLOWING).count();
        boolean only = text.codePoints().noneMatch(Character::isLetterOrDigit);
        return stars >= 1 && stars <= MOST && only ? Optional.of((int) stars) : Optional.empty();
    }

    private static Optional<Integer> given(Sentence sentence) {
        Matcher alone = ALONE.matcher(sentence.words());
        if (alone.matches()) {
            return Optional.of(Integer.parseInt(alone.group("n")));
        }
        Matcher matcher = GIVEN.matcher(sentence.words());
        if (!matcher.find()) {
            return Optional.empty();
        }
        String n = matcher.group("n") != null ? matcher.group("n")
                : matcher.group("given") != null ? matcher.group("given") : matcher.group("mark");
        int stars = Character.isDigit(n.charAt(0)) ? Integer.parseInt(n) : 1;
        return stars >= 1 && stars <= MOST ? Optional.of(stars) : Optional.empty();
    }

    private static Map<Pattern, Integer> words() {
        Map<Pattern, Integer> words = new LinkedHashMap<>();
        words.put(Sentence.pattern("(?:excelente|muy buen[oa]?|buenisim[oa]|increible|super) " + SERVICE + "|" + SERVICE
                + " (?:muy |super )?(?:excelente|buenisim[oa]|increible|de primera|de 10)|(?:me encanto|quede (?:encantad[oa]|feliz))"),
                MOST);
        words.put(Sentence
                .pattern("(?:pesim[oa]|horrible|terrible) " + SERVICE + "|" + SERVICE + " (?:pesim[oa]|horrible|terrible)"), 1);
        words.put(Sentence.pattern("(?:mal|mala) " + SERVICE), 2);
        words.put(Sentence.pattern("(?:buen|buena|bueno) " + SERVICE), 4);
        return words;
    }
}
