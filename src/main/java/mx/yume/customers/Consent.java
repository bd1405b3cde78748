package mx.yume.customers;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * Something that a person allowed or refused, or was told, once.
 *
 * @param given whether it was allowed; of the privacy notice, that they were given it
 * @param turn of the conversation in which it was said
 */
public record Consent(What what, boolean given, Instant at, UUID turn) {

    public enum What {
        /** To be written to unasked. */
        MESSAGES,
        /** That other businesses they write to know their name. */
        SHARED_NAME,
        /** Who uses their data and for what: LFPDPPP, at the first contact. */
        PRIVACY_NOTICE;

        String sql() {
            return name().toLowerCase(Locale.ROOT);
        }

        static What ofSql(String value) {
            return valueOf(value.toUpperCase(Locale.ROOT));
        }
    }
}
