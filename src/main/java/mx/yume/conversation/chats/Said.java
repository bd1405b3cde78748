package mx.yume.conversation.chats;

import java.util.regex.Pattern;

/** What was said, as it is shown to somebody it was not said to. */
final class Said {

    /** A link opens a page to whoever reads it. */
    private static final Pattern SIGN_IN = Pattern.compile("(/entrar\\?t=)[A-Za-z0-9_-]+");

    private Said() {}

    static String quoted(String text) {
        return SIGN_IN.matcher(text).replaceAll("$1…");
    }
}
