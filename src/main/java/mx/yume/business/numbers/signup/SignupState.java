package mx.yume.business.numbers.signup;

import java.util.Locale;

/** How far the connecting of an owner's own number has come: in this order, or failed from anywhere. */
public enum SignupState {
    /** What the provider's sign-up gave is written down. */
    ASKED,
    /** There is a token. */
    AUTHORIZED,
    /** What happens in the account reaches Yume. */
    SUBSCRIBED,
    /** The number can send. */
    REGISTERED,
    /** It is the business's. */
    CONNECTED,
    /** An owner has to do something first. */
    FAILED;

    public boolean underWay() {
        return this != CONNECTED && this != FAILED;
    }

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignupState of(String sql) {
        return valueOf(sql.toUpperCase(Locale.ROOT));
    }
}
