package mx.yume.conversation.outbox;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

import mx.yume.conversation.ConversationId;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.TurnId;

/**
 * Something to be sent.
 *
 * @param purpose what it is for, unique within the organization: the same event never writes a second row
 * @param turn the turn that answers with it, if one does
 * @param content what is said while WhatsApp's window is open
 * @param template what is said when it is not; without one nothing is, and the row fails where it can be seen
 * @param expires what it tells is over then, and it is dropped: business time
 * @param quiet the zone whose quiet hours it waits for; empty for what leaves at any hour
 * @param answers it was asked for: whoever opted out gets it all the same
 * @param about the appointment that it tells of, so that it can be withdrawn with it
 */
public record Letter(ConversationId conversation, Optional<TurnId> turn, String purpose, OutboundContent content,
        Optional<Templated> template, Optional<Instant> expires, Optional<ZoneId> quiet, boolean answers,
        Optional<UUID> about) {

    /** Leaves at any hour, while the window is open. A turn's own answers; what comes unasked does not. */
    public Letter(ConversationId conversation, Optional<TurnId> turn, String purpose, OutboundContent content) {
        this(conversation, turn, purpose, content, Optional.empty(), Optional.empty(), Optional.empty(), turn.isPresent(),
                Optional.empty());
    }

    public static Letter notice(ConversationId conversation, String purpose, OutboundContent content) {
        return new Letter(conversation, Optional.empty(), purpose, content);
    }

    public Letter or(Templated otherwise) {
        return new Letter(conversation, turn, purpose, content, Optional.of(otherwise), expires, quiet, answers, about);
    }

    public Letter until(Instant over) {
        return new Letter(conversation, turn, purpose, content, template, Optional.of(over), quiet, answers, about);
    }

    public Letter quietIn(ZoneId zone) {
        return new Letter(conversation, turn, purpose, content, template, expires, Optional.of(zone), answers, about);
    }

    public Letter answering() {
        return new Letter(conversation, turn, purpose, content, template, expires, quiet, true, about);
    }

    public Letter about(UUID appointment) {
        return new Letter(conversation, turn, purpose, content, template, expires, quiet, answers, Optional.of(appointment));
    }
}
