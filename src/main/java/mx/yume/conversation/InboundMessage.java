package mx.yume.conversation;

import java.util.Optional;

import mx.yume.conversation.media.MediaReference;

/**
 * One message as a channel delivered it, verified and not yet interpreted.
 *
 * @param receivedBy the number that received it, as {@code business_number.address} stores it
 * @param body what was written (a caption, a title of what was tapped); may be empty
 * @param choiceId what was tapped, if something was
 * @param media where what was sent is kept, if it is no text
 * @param raw the bytes of the delivery, kept exactly
 */
// The array is stored and never compared.
@SuppressWarnings("ArrayRecordComponent")
public record InboundMessage(ChannelName channel, Origin origin, String providerMessageId, String receivedBy, Sender sender,
        InboundKind kind, String body, Optional<String> choiceId, Optional<MediaReference> media, byte[] raw) {

    /** Without anything hanging on it. */
    public InboundMessage(ChannelName channel, Origin origin, String providerMessageId, String receivedBy, Sender sender,
            InboundKind kind, String body, Optional<String> choiceId, byte[] raw) {
        this(channel, origin, providerMessageId, receivedBy, sender, kind, body, choiceId, Optional.empty(), raw);
    }
}
