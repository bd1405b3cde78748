package mx.yume.conversation;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a provider tells later of a message. Reports may come late, twice, in any order, or of messages that are not ours.
 *
 * @param providerMessageId what the provider calls the message
 * @param row our own id of it, which the provider hands back; empty where it does not
 * @param error code and sentence of a failure
 * @param windowClosed it failed because free text is not taken any more
 * @param again it failed for a reason that passes: too much at once, a failure of the provider's
 */
public record DeliveryReport(ChannelName channel, String providerMessageId, Optional<UUID> row, State state,
        Optional<String> error, boolean windowClosed, boolean again) {

    public DeliveryReport(ChannelName channel, String providerMessageId, Optional<UUID> row, State state,
            Optional<String> error, boolean windowClosed) {
        this(channel, providerMessageId, row, state, error, windowClosed, false);
    }

    public enum State {
        SENT, DELIVERED, READ, FAILED;

        /** As the database writes it. */
        public String sql() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Got on well. */
    public static DeliveryReport of(ChannelName channel, String providerMessageId, Optional<UUID> row, State state) {
        return new DeliveryReport(channel, providerMessageId, row, state, Optional.empty(), false);
    }
}
