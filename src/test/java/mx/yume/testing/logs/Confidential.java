package mx.yume.testing.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What no log may hold, by how it looks. */
public final class Confidential {

    private record Kind(String name, Pattern looks) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("a full phone", Pattern.compile("(?<![0-9A-Za-z-])\\+[1-9]\\d{9,14}(?!\\d)")),
            new Kind("a full WhatsApp id", Pattern.compile("(?<![0-9A-Za-z.:+-])521?\\d{10}(?![0-9A-Za-z-])")),
            new Kind("a token", Pattern.compile("(?i)(?:Bearer|Basic) +[A-Za-z0-9+/=_.-]{12,}")),
            new Kind("a token", Pattern.compile("(?i)(?:access_token|auth_?token|[?&](?:t|code|token))=[^\\s&…]{8,}")),
            new Kind("a token", Pattern.compile("\\b(?:EAA[A-Za-z0-9]{12,}|sk-[A-Za-z0-9_-]{16,})")),
            new Kind("a secret of the tests", Pattern.compile("a-secret-key|eXVtZS1mb3ItZGV2ZWxvcG1lbnQ|"
                    + "dGVzdHMtb2YtdGhlLXBhY2th")),
            // Yume logs in English, and says hardly anything without one of these.
            new Kind("something said to people", Pattern.compile("[¿¡👋✅❌🔁🔔📅🎉🔑⭐☀]")));

    private Confidential() {}

    /** What is wrong with something that was logged, if anything. */
    public static Optional<String> in(String logged) {
        return KINDS.stream().filter(kind -> kind.looks().matcher(logged).find()).map(Kind::name).findFirst();
    }
}
