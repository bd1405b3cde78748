package mx.yume.business.numbers.signup;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What the provider's sign-up gives an owner's browser.
 *
 * @param code exchanged for a token, once and within minutes
 * @param account the WhatsApp Business Account
 * @param address the number, as the provider names it
 */
public record Grant(String code, String account, String address) {

    private static final Pattern ID = Pattern.compile("\\d{5,32}");
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]{10,4000}");

    /** Empty for what no sign-up gives. */
    public static Optional<Grant> of(@Nullable String code, @Nullable String account, @Nullable String address) {
        return code != null && account != null && address != null && CODE.matcher(code).matches()
                && ID.matcher(account).matches() && ID.matcher(address).matches()
                        ? Optional.of(new Grant(code, account, address))
                        : Optional.empty();
    }

    /** So that the code gets into no log by accident. */
    @Override
    public String toString() {
        return "Grant for " + account;
    }
}
