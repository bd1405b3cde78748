package mx.yume.web.page;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import mx.yume.platform.Money;

/** Numbers as people type them into forms. */
public final class Numbers {

    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");
    private static final Pattern PESOS = Pattern.compile("\\$?\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,7})(?:\\.(\\d{1,2}))?");

    private Numbers() {}

    /** Empty for what is no whole number from 0 to 999,999. */
    public static OptionalInt whole(String typed) {
        return WHOLE.matcher(typed.strip()).matches() ? OptionalInt.of(Integer.parseInt(typed.strip())) : OptionalInt.empty();
    }

    /** The version that a form says it saw; one that nothing has for whatever else it says. */
    public static int version(@Nullable String typed) {
        return whole(typed == null ? "" : typed).orElse(-1);
    }

    /** Empty for what is none; nothing typed is zero. */
    public static Optional<Duration> minutes(String typed) {
        if (typed.isBlank()) {
            return Optional.of(Duration.ZERO);
        }
        var whole = whole(typed);
        return whole.isPresent() ? Optional.of(Duration.ofMinutes(whole.getAsInt())) : Optional.empty();
    }

    /** "250", "$1,250" or "99.50"; empty for what is no amount. */
    public static Optional<Money> pesos(String typed) {
        var written = PESOS.matcher(typed.strip());
        if (!written.matches()) {
            return Optional.empty();
        }
        var centavos = written.group(2) == null ? "00" : (written.group(2) + "0").substring(0, 2);
        return Optional.of(new Money(Long.parseLong(written.group(1).replace(",", "")) * 100 + Long.parseLong(centavos)));
    }

    /** As a field holds it: "250", or "99.50" when there are centavos. */
    public static String typed(Money amount) {
        return amount.centavos() % 100 == 0 ? Long.toString(amount.centavos() / 100)
                : "%d.%02d".formatted(amount.centavos() / 100, amount.centavos() % 100);
    }

    /** As a field holds it: nothing for zero. */
    public static String typed(Duration minutes) {
        return minutes.isZero() ? "" : Long.toString(minutes.toMinutes());
    }
}
