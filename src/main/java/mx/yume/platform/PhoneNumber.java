package mx.yume.platform;

import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * A phone number in E.164, stored one way only. Mexican mobiles reach us from WhatsApp as {@code 521} + 10 digits, from people
 * with the old prefixes 044, 045 and 01: all become {@code +52} + 10 digits (IFT numbering plan of August 2019).
 *
 * @param e164 a plus sign and 8 to 15 digits
 */
public record PhoneNumber(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern WRITTEN = Pattern.compile("\\+?[\\d\\s().-]+");
    private static final Pattern OLD_MEXICAN_PREFIX = Pattern.compile("^(?:044|045|01)(\\d{10})$");
    private static final Pattern MEXICAN_MOBILE = Pattern.compile("^(?:00)?521(\\d{10})$");

    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("Not an E.164 phone number");
        }
    }

    /** Reads a phone as people or providers write it; empty when it cannot be one. Without a country it is Mexican. */
    public static Optional<PhoneNumber> parse(String written) {
        var text = written.strip();
        text = text.startsWith("whatsapp:") ? text.substring("whatsapp:".length()) : text;
        if (text.length() > 30 || !WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        var digits = text.replaceAll("\\D", "");
        var mobile = MEXICAN_MOBILE.matcher(digits);
        if (mobile.matches()) {
            return valid("+52" + mobile.group(1));
        }
        var old = OLD_MEXICAN_PREFIX.matcher(digits);
        if (old.matches()) {
            return valid("+52" + old.group(1));
        }
        return digits.length() == 10 && !text.startsWith("+") ? valid("+52" + digits) : valid("+" + digits);
    }

    private static Optional<PhoneNumber> valid(String candidate) {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var parsed = numbers.parse(candidate, "MX");
            return numbers.isPossibleNumber(parsed)
                    ? Optional.of(new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** For logs: enough to tell two people apart, not enough to call either. */
    public String masked() {
        return "…" + e164.substring(e164.length() - 4);
    }

    @Override
    public String toString() {
        return e164;
    }
}
