package mx.yume.platform;

/** Text that PostgreSQL can keep: it refuses NUL and has no code for half a surrogate pair. Both become U+FFFD. */
public final class StorableText {

    private static final char REPLACEMENT = '\uFFFD';

    private static final String NUL_ESCAPE = "\\u0000";
    private static final String REPLACEMENT_ESCAPE = "\\ufffd";

    private StorableText() {}

    public static String of(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == 0 || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    /** At most this many characters, never cutting a surrogate pair in two. */
    public static String of(String text, int most) {
        var cut = text.length() <= most ? text : text.substring(0, most);
        return of(cut);
    }

    /** JSON that PostgreSQL can keep as jsonb: a NUL that is written as an escape is refused there too. */
    public static String json(String written) {
        return of(written.contains(NUL_ESCAPE) ? withoutEscapedNul(written) : written);
    }

    /** Reads every backslash with what follows it: an escaped backslash before u0000 makes that plain text. */
    private static String withoutEscapedNul(String written) {
        var clean = new StringBuilder(written.length());
        int at = 0;
        while (at < written.length()) {
            if (written.startsWith(NUL_ESCAPE, at)) {
                clean.append(REPLACEMENT_ESCAPE);
                at += NUL_ESCAPE.length();
            } else {
                int end = Math.min(written.length(), written.charAt(at) == '\\' ? at + 2 : at + 1);
                clean.append(written, at, end);
                at = end;
            }
        }
        return clean.toString();
    }

    private static String cleaned(String text) {
        var clean = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
                clean.append(c).append(text.charAt(++at));
            } else {
                clean.append(c == 0 || Character.isSurrogate(c) ? REPLACEMENT : c);
            }
        }
        return clean.toString();
    }
}
