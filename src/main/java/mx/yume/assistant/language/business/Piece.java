package mx.yume.assistant.language.business;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Folding;

/**
 * A piece of what is written: a word, a number, or a sign by itself. Signs that say nothing are left out, line ends are signs.
 *
 * @param raw as written
 * @param word small, without accents and insistence
 */
record Piece(String raw, String word) {
    /** Characters that are read of one message; no menu of a salon is longer. */
    static final int READ = 2_000;
    private static final Pattern PIECE = Pattern
            .compile("\\d{1,9}(?:[.,:]\\d{1,9}){0,3}|\\p{L}[\\p{L}\\p{M}]*(?:['’-]\\p{L}[\\p{L}\\p{M}]*){0,3}"
                    + "|[$%,;/+&()\\n\\r|?=>:.!'\"-]|[\\p{So}\\p{Sk}•·*–—]");
    private static final Set<String> ENDS = Set.of("\n", "\r", ";", "|", "•", "*", "·", "!");

    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(bounded(text));
        while (matcher.find()) {
            pieces.add(new Piece(matcher.group(), Folding.calm(Folding.fold(matcher.group()))));
        }
        return List.copyOf(pieces);
    }

    /** Without cutting a character in two, and without what cannot be seen. */
    static String bounded(String text) {
        int end = Math.min(text.length(), READ);
        boolean split = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        StringBuilder seen = new StringBuilder();
        text.substring(0, split ? end - 1 : end).codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && c != 0xFE0F && c != 0x20E3)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    boolean isNumber() {
        return Character.isDigit(raw.charAt(0));
    }

    boolean isWord() {
        return Character.isLetter(raw.codePointAt(0));
    }

    boolean is(String sign) {
        return word.equals(sign);
    }

    /** What comes after is another thing: a new line, a bullet, a semicolon, a picture. */
    boolean ends() {
        return ENDS.contains(raw) || Character.getType(raw.codePointAt(0)) == Character.OTHER_SYMBOL;
    }
}
