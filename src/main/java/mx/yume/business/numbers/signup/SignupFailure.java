package mx.yume.business.numbers.signup;

import java.util.Locale;

/** Why a number could not be connected: each asks something else of its owner. */
public enum SignupFailure {
    /** The provider's permission was used or is too old: it lasts minutes. */
    PERMISSION_EXPIRED,
    /** Whoever signed up may not manage that account, or did not allow it. */
    NOT_ALLOWED,
    /** The number is protected by a PIN that Yume does not know. */
    PIN_SET,
    /** The number has to be verified again at the provider. */
    NOT_VERIFIED,
    /** Tried too often: the provider wants hours of rest. */
    TOO_OFTEN,
    /** The account is locked by the provider. */
    LOCKED,
    /** Another business has the number here. */
    TAKEN,
    /** The provider was not there for long. */
    UNREACHABLE,
    /** Whatever else it said. */
    REFUSED;

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SignupFailure of(String sql) {
        return valueOf(sql.toUpperCase(Locale.ROOT));
    }
}
