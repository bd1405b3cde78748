package mx.yume.assistant.language;

import java.text.Normalizer;
import java.util.Locale;

/** Letters as they count for understanding: small, without accents, without the insistence of "holaaa". */
public final class Folding {
    private static final char TILDE = '\u0303';

    private Folding() {}

    /** Small letters without accents; ñ stays a letter of its own, since "uñas" and "unas" are different words. */
    public static String fold(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String decomposed = Normalizer.normalize(small, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            int last = plain.length() - 1;
            if (c == TILDE && last >= 0 && plain.charAt(last) == 'n') {
                plain.setCharAt(last, 'ñ');
            } else if (!invisible(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Accents, and the marks that only steer how text is shown. */
    static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }

    /** One letter where one was meant: "siiii", "holaa", "Betto"; ll, rr and cc stay, since Spanish has them. */
    public static String calm(String word) {
        StringBuilder calm = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean repeated = i > 0 && word.charAt(i - 1) == c;
            boolean spanishDouble = repeated && "lrc".indexOf(c) >= 0 && (i < 2 || word.charAt(i - 2) != c);
            if (!repeated || spanishDouble || Character.isDigit(c)) {
                calm.append(c);
            }
        }
        return calm.toString();
    }
}
