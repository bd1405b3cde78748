package mx.yume.assistant.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A message made easy to read: small letters, no accents, shorthand and slips put right, numbers as digits, one space around
 * each word. A comma stands for every pause (and for what was read already), a question mark for itself, which closes a clause.
 *
 * @param words begins and ends with a space
 */
record Sentence(String words) {
    /** One character can fold into eighteen. */
    private static final int MOST_LETTERS = 2_000;
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?<![a-zñ])([ap])\\s?\\.?\\s?m(?![a-zñ])\\.?");
    private static final Pattern PRICE = Pattern.compile("\\$\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?[$%€]");
    private static final Pattern WORD = Pattern.compile(
            "(?<number>\\d+(?:[.:/-]\\d+){0,4})|(?<word>\\p{L}+)|(?<question>\\?)|(?<pause>[,.;:!()\\n\\r\\u2026|/-])"
                    + "|(?<mark>[#&+]|\\x{1F44D}|\\x{1F44E}|\\x{1F44C}|\\x{1F64F}|\\x{1F44B}|[\\u2705\\u2714\\u2611\\u274C])");
    /** "mañana 5": the day is told, so the number is the hour. */
    private static final Pattern NUMBER_AFTER_DAY = Pattern.compile("(?<= )(hoy|mañana) (\\d{1,2})(?= (?:[,?] |$))");
    /** "mar" alone may be the sea or somebody's name. */
    private static final Pattern TUESDAY = Pattern.compile("(?<= )mar(?= \\d)");
    private static final Pattern LAUGHTER = Pattern.compile("(?:[jh][aei]){2,20}[jh]?|(?:js){2,20}|x[dD]+");

    static Sentence of(String text, Spelling spelling) {
        String folded = Folding.fold(text);
        String bounded = folded.substring(0, Math.min(folded.length(), MOST_LETTERS));
        String readable = PRICE.matcher(HALF_OF_DAY.matcher(bounded).replaceAll("$1m")).replaceAll(" , ");
        String words = WORD.matcher(readable).results().map(match -> said(match.group(), spelling))
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(" ", " ", " "));
        return new Sentence(Numerals.settled(joined(words)));
    }

    /** Several words for one thing become the one that the readers know. */
    private static String joined(String words) {
        String dated = NUMBER_AFTER_DAY.matcher(words).replaceAll("$1 a las $2");
        return TUESDAY.matcher(dated).replaceAll("martes").replace(" hoy mas tarde ", " hoy al rato ")
                .replace(" mas tarde hoy ", " hoy al rato ")
                .replace(" medio dia ", " mediodia ").replace(" media noche ", " medianoche ");
    }

    /** A pattern that matches whole words only; never starts or ends inside one. */
    static Pattern pattern(String words) {
        return Pattern.compile("(?<= )(?:" + words + ")(?= )");
    }

    boolean has(Pattern pattern) {
        return pattern.matcher(words).find();
    }

    /** The same with a pause where the match was. */
    Sentence without(Matcher found) {
        return new Sentence(words.substring(0, found.start()) + "," + words.substring(found.end()));
    }

    Sentence without(Pattern pattern) {
        return new Sentence(pattern.matcher(words).replaceAll(","));
    }

    static boolean laughter(String folded) {
        return LAUGHTER.matcher(folded).matches();
    }

    private static String said(String token, Spelling spelling) {
        return switch (token) {
            case "?" -> "?";
            case "#" -> "numero";
            case "&", "+" -> "y";
            case "\uD83D\uDC4D", "\uD83D\uDC4C", "\u2705", "\u2714", "\u2611" -> "si";
            case "\uD83D\uDC4E", "\u274C" -> "no";
            case "\uD83D\uDE4F" -> "gracias";
            case "\uD83D\uDC4B" -> "hola";
            default -> word(token, spelling);
        };
    }

    private static String word(String token, Spelling spelling) {
        if (Character.isDigit(token.charAt(0))) {
            return token;
        }
        if (!Character.isLetter(token.codePointAt(0))) {
            return ",";
        }
        return laughter(token) ? "" : Numerals.digits(spelling.right(token));
    }
}
