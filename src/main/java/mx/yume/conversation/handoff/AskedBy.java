package mx.yume.conversation.handoff;

import java.util.Locale;

/** Who wanted a person to answer. */
public enum AskedBy {
    CUSTOMER,
    /** It did not understand, or it may not decide. */
    ASSISTANT,
    /** Somebody of the business went back to a customer by themselves. */
    STAFF;

    /** As the database writes it. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AskedBy ofSql(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
