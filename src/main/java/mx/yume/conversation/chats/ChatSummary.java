package mx.yume.conversation.chats;

import java.time.Instant;
import java.util.Optional;

import mx.yume.conversation.ConversationId;
import mx.yume.conversation.Origin;
import mx.yume.platform.PhoneNumber;

/**
 * A conversation in the list.
 *
 * @param at when the last was said
 * @param inbound whether the customer said it
 * @param kind of what the customer sent, as the database writes it; {@code out} for what was sent to them
 * @param asked whether a person is to answer
 * @param by who took it, if anybody did
 * @param failed how many messages to them failed lately
 */
public record ChatSummary(ConversationId id, Origin origin, Optional<String> name, Optional<PhoneNumber> phone, Instant at,
        boolean inbound, String kind, String last, boolean asked, Optional<String> by, int failed) {}
