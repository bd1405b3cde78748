package mx.yume.business;

import java.util.regex.Pattern;

import mx.yume.platform.StorableText;

/** What people type into a field of one line, as it is kept. */
public final class Wording {

    private static final Pattern SPACES = Pattern.compile("[\\s\\h]+");

    private Wording() {}

    /** Without spaces around it, single ones within. */
    public static String tidy(String typed) {
        return StorableText.of(SPACES.matcher(typed).replaceAll(" ").strip());
    }

    /** Counted as PostgreSQL does: an emoji is one. */
    public static boolean isBetween(int least, String text, int most) {
        int length = text.codePointCount(0, text.length());
        return least <= length && length <= most;
    }
}
