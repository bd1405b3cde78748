package mx.yume.web.online;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import mx.yume.platform.Money;
import mx.yume.platform.PhoneNumber;
import mx.yume.web.page.Filled;

/** What is typed into the forms, read. */
final class Typed {

    static final String NAME = "nombre";
    static final String PHONE = "telefono";
    static final String CODE = "codigo";

    private static final int LONGEST_NAME = 80;
    /** As long as a field is kept, and then some. */
    private static final int MOST = 100;
    /** Until the year 2286. */
    private static final Pattern SECONDS = Pattern.compile("\\d{1,10}");
    private static final Pattern CENTAVOS = Pattern.compile("\\d{1,12}");
    private static final Pattern DIGITS = Pattern.compile("\\d{6}");

    private Typed() {}

    static String text(@Nullable String typed) {
        var text = typed == null ? "" : typed.replaceAll("\\p{Cc}+", " ").strip();
        return text.codePointCount(0, text.length()) <= MOST ? text : text.substring(0, text.offsetByCodePoints(0, MOST));
    }

    static Filled details(DetailsForm form) {
        var values = new LinkedHashMap<String, String>();
        values.put(NAME, text(form.name));
        values.put(PHONE, text(form.phone));
        var filled = Filled.of(values);
        var name = filled.value(NAME);
        if (name.codePoints().noneMatch(Character::isLetter)) {
            filled = filled.with(NAME, "Escribe tu nombre.");
        } else if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            filled = filled.with(NAME, "El nombre puede tener hasta " + LONGEST_NAME + " letras.");
        }
        return PhoneNumber.parse(filled.value(PHONE)).isPresent() ? filled
                : filled.with(PHONE, "Escribe tu número a 10 dígitos, por ejemplo 55 1234 5678.");
    }

    /** Empty for what is no start. */
    static Optional<Instant> start(@Nullable String typed) {
        return typed != null && SECONDS.matcher(typed).matches()
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(typed)))
                : Optional.empty();
    }

    static Optional<Money> price(@Nullable String typed) {
        return typed != null && CENTAVOS.matcher(typed).matches() ? Optional.of(new Money(Long.parseLong(typed)))
                : Optional.empty();
    }

    static Filled code(@Nullable String typed) {
        var values = new LinkedHashMap<String, String>();
        values.put(CODE, text(typed));
        var filled = Filled.of(values);
        return DIGITS.matcher(digits(filled)).matches() ? filled : filled.with(CODE, "El código son 6 números.");
    }

    /** As chats show it and people copy it: "123 456" or "123-456". */
    static String digits(Filled filled) {
        return filled.value(CODE).replaceAll("[\\s-]", "");
    }

    /** The same for the same, and nobody's guess as long as the key is none: what is sent twice is one, what is changed is another. */
    static UUID derived(UUID key, String content) {
        try {
            var hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest((key + "\n" + content).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
