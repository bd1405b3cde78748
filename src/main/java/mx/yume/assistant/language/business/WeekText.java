package mx.yume.assistant.language.business;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import mx.yume.assistant.language.Folding;
import mx.yume.assistant.language.Numerals;
import mx.yume.assistant.language.Spelling;

/** A message about days and hours, made easy to read: whole names of days, digits, one space around each word. */
final class WeekText {
    static final List<String> DAYS = List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo");
    private static final Spelling SPELLING = new Spelling(Set.of());
    private static final Pattern HALF_OF_DAY = Pattern.compile("(?<=[\\d ])([ap])\\s?\\.?\\s?m(?![a-zñ])\\.?");
    private static final String LETTER = "(?<![\\p{L}\\d])%s(?![\\p{L}\\d])";
    /** "L-V", "L a V", "M a S" */
    private static final Pattern INITIALS = Pattern
            .compile(LETTER.formatted("([lmjvsd])") + "\\s?(-|a|al|–|y)\\s?" + LETTER.formatted("([lmjvsd])"));
    private static final Pattern INITIAL = Pattern
            .compile(LETTER.formatted("([ljvs])") + "(?=\\s?(?::|de |\\d|no |cerrad))|" + LETTER.formatted("(d)")
                    + "(?=\\s?(?::|no |cerrad))");
    /** "L a S 9-8, D 10-3"; a small one is "de". */
    private static final Pattern SUNDAY = Pattern.compile("(?<![\\p{L}\\d])D(?=\\s?\\d)");
    private static final Pattern TOKEN = Pattern.compile("\\d{1,4}(?:[:.]\\d{2})?|\\p{L}+|[,;.\\n/|–—-]");
    private static final Map<String, String> SHORT = Map.ofEntries(Map.entry("mar", "martes"), Map.entry("mi", "miercoles"),
            Map.entry("ju", "jueves"), Map.entry("vi", "viernes"), Map.entry("sa", "sabado"), Map.entry("do", "domingo"),
            Map.entry("sabados", "sabado"), Map.entry("domingos", "domingo"), Map.entry("lu", "lunes"),
            Map.entry("ma", "martes"),
            Map.entry("una", "1"), Map.entry("jue", "jueves"), Map.entry("noon", "mediodia"), Map.entry("mier", "miercoles"));
    private static final Map<String, String> INITIAL_DAYS = Map.of("l", "lunes", "m", "martes", "j", "jueves", "v", "viernes",
            "s",
            "sabado", "d", "domingo");

    private WeekText() {}

    /** Begins and ends with a space; a dash stands for itself, every other pause is a comma or, on a new line, a semicolon. */
    static String words(String text) {
        String bounded = Piece.bounded(text);
        String folded = Folding.fold(SUNDAY.matcher(bounded).replaceAll("domingo"));
        String halves = HALF_OF_DAY.matcher(folded.substring(0, Math.min(folded.length(), Piece.READ))).replaceAll(" $1m ");
        String pairs = INITIALS.matcher(halves).replaceAll(
                pair -> day(pair.group(1)) + (pair.group(2).equals("y") ? " y " : " a ") + day(pair.group(3)));
        String named = INITIAL.matcher(pairs)
                .replaceAll(one -> Matcher.quoteReplacement(day(one.group(1) == null ? one.group(2) : one.group(1))));
        return TOKEN.matcher(named).results().map(match -> word(match.group())).collect(Collectors.joining(" ", " ", " "))
                .replace(" medio dia ", " mediodia ").replace(" media noche ", " medianoche ");
    }

    private static String day(String initial) {
        return " " + INITIAL_DAYS.getOrDefault(initial, initial) + " ";
    }

    private static String word(String token) {
        char first = token.charAt(0);
        if (Character.isDigit(first)) {
            return token;
        }
        if (!Character.isLetter(first)) {
            return switch (first) {
                case '\n' -> ";";
                case '-', '–', '—' -> "-";
                case '/' -> "/";
                default -> ",";
            };
        }
        String known = SHORT.get(token);
        return known != null ? known
                : Numerals.digits(SPELLING.right(token)).replace("sabados", "sabado").replace("domingos", "domingo");
    }
}
