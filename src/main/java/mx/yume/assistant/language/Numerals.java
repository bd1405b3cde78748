package mx.yume.assistant.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in a message: words become digits, and what is a price, a phone number, an age or a quantity disappears, so that no
 * reader takes it for a day or an hour. "un" and "una" stay words, since they are articles far more often than a one.
 */
public final class Numerals {
    private static final List<String> UP_TO_THIRTY = List.of("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete",
            "ocho", "nueve", "diez", "once", "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho",
            "diecinueve", "veinte", "veintiuno", "veintidos", "veintitres", "veinticuatro", "veinticinco", "veintiseis",
            "veintisiete", "veintiocho", "veintinueve", "treinta");
    private static final Map<String, String> DIGITS = digits();
    private static final Pattern TENS_AND_UNITS = Sentence.pattern("(30|40|50) y ([1-9])");
    /** "mañana a las 5 corte" keeps its hour. */
    private static final Pattern QUANTITY = Pattern.compile("(?<= )(?<!las )(?<!a la )(\\d+(?:[.,]\\d+){0,4})(?= (?:"
            + "años?|añitos?|pesos?|varos|mxn|mil|millones|por ciento|cm|centimetros|metros|m|km|kms|cuadras|kilos|kg|"
            + "min|mins|minutos?|personas?|hijos?|hijas?|niñ[oa]s|veces|vez|uñas|amig[oa]s|cortes?|citas?|servicios?) )");
    private static final Pattern LONG_OR_GROUPED = Sentence.pattern("(?:\\d[\\d.:/-]{7,}|\\d{5,}"
            + "|\\d{2,4} \\d{3,4} \\d{2,4}(?: \\d{2,4})?|(?:\\d{2} ){3,4}\\d{2}|\\d{3} \\d{7})");
    private static final String CLOCK = "(\\d{1,2}(?::\\d{2})?)";
    /** "5-6 pm", "de 5-6" and "5 a 6 pm" are stretches of the day. */
    private static final Pattern STRETCH = Pattern.compile("(?<= )(?<!de |entre |desde |las )" + CLOCK + "(?:-| a )" + CLOCK
            + "(?= (?:am|pm|hrs|de la (?:mañana|tarde|noche)) )|(?<= de )" + CLOCK + "-" + CLOCK + "(?= )");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})");

    private Numerals() {}

    static Set<String> words() {
        return DIGITS.keySet();
    }

    public static String digits(String word) {
        return DIGITS.getOrDefault(word, word);
    }

    /** @param words of a whole message, one space around each */
    static String settled(String words) {
        String summed = TENS_AND_UNITS.matcher(words).replaceAll(
                match -> Integer.toString(Integer.parseInt(match.group(1)) + Integer.parseInt(match.group(2))));
        String withoutPhones = LONG_OR_GROUPED.matcher(summed).replaceAll(Numerals::unlessDate);
        String stretched = STRETCH.matcher(withoutPhones).replaceAll(match -> match.group(1) == null
                ? match.group(3) + " a " + match.group(4)
                : "de " + match.group(1) + " a " + match.group(2));
        return QUANTITY.matcher(stretched).replaceAll(",");
    }

    private static String unlessDate(MatchResult match) {
        return DATE.matcher(match.group()).matches() ? Matcher.quoteReplacement(match.group()) : ",";
    }

    private static Map<String, String> digits() {
        Map<String, String> digits = new HashMap<>();
        for (int i = 0; i < UP_TO_THIRTY.size(); i++) {
            digits.put(UP_TO_THIRTY.get(i), Integer.toString(i));
        }
        digits.put("veintiun", "21");
        digits.put("cuarenta", "40");
        digits.put("cincuenta", "50");
        return Map.copyOf(digits);
    }
}
