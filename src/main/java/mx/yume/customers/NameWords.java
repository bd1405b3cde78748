package mx.yume.customers;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** Names as they are compared: without accents or case, word by word. An ñ stays one. */
public final class NameWords {

    private static final char TILDE = '\u0303';

    private NameWords() {}

    /** Small and without accents; none for blank text. */
    public static String[] of(String name) {
        var plain = new StringBuilder();
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).chars().forEach(letter -> {
            if (letter == TILDE && !plain.isEmpty() && plain.charAt(plain.length() - 1) == 'n') {
                plain.setCharAt(plain.length() - 1, 'ñ');
            } else if (Character.getType(letter) != Character.NON_SPACING_MARK) {
                plain.append((char) letter);
            }
        });
        return Arrays.stream(plain.toString().split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toArray(String[]::new);
    }

    /** Whether each word of what is looked for begins a word of the name; never for no words. */
    public static boolean match(String wanted, String name) {
        var words = of(wanted);
        var has = of(name);
        return words.length > 0
                && Arrays.stream(words).allMatch(word -> Arrays.stream(has).anyMatch(each -> each.startsWith(word)));
    }
}
