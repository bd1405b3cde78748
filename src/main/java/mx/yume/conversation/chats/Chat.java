package mx.yume.conversation.chats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.customers.PersonId;
import mx.yume.platform.PhoneNumber;

/**
 * A conversation with a customer.
 *
 * @param lastWrote when the customer did; empty for whoever never has
 * @param lines the oldest first
 * @param earlier whether something was said before them
 */
public record Chat(ConversationId id, Origin origin, PersonId person, Optional<String> name, Optional<PhoneNumber> phone,
        Optional<Instant> lastWrote, boolean optedOut, List<Line> lines, boolean earlier, Optional<Asked> handoff) {

    public Chat {
        lines = List.copyOf(lines);
    }

    /**
     * Something that was said.
     *
     * @param message the id of what the business sent; empty for what the customer wrote
     * @param kind of what the customer sent, as the database writes it; {@code out} for what was sent to them
     * @param options what was offered to tap, as it was shown
     * @param status of what was sent: pending, sending, sent, delivered, read, failed, dropped; {@code received} else
     * @param error what the provider said; empty for nothing
     * @param over whether what it tells is over, so that it is never sent again
     */
    public record Line(Optional<UUID> message, String kind, String body, List<String> options, String status, String error,
            boolean over, Instant at) {

        public Line {
            options = List.copyOf(options);
        }

        public boolean inbound() {
            return message.isEmpty();
        }
    }

    /**
     * A person is to answer.
     *
     * @param by who took it; nobody yet where it is waited for
     */
    public record Asked(Optional<Taker> by, Instant since, String reason) {}

    public record Taker(StaffId staff, String name) {}
}
