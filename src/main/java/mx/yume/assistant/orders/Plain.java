package mx.yume.assistant.orders;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without accents, capitals and needless space. The ñ stays, since it is no accent. */
public final class Plain {

    private static final Pattern MARKS = Pattern.compile("(?<![nN])\\p{M}+|(?<=[nN])(?:(?!\u0303)\\p{M})+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Plain() {}

    public static String of(String text) {
        var decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        var composed = Normalizer.normalize(MARKS.matcher(decomposed).replaceAll(""), Normalizer.Form.NFC);
        return SPACE.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
