package mx.yume.conversation.handoff;

import java.util.Locale;

/** Why Yume answers again. */
public enum EndedBy {
    CUSTOMER, STAFF,
    /** Neither side wrote for {@link Handoffs#SILENCE}. */
    SILENCE,
    /** It never began: nobody of the business could be told, and the message waits for them. */
    UNREACHED;

    /** As the database writes it. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }
}
