package mx.yume.conversation;

import java.time.Instant;
import java.util.Optional;

import mx.yume.conversation.media.VoiceNote;

/**
 * One of the messages that a turn answers, as it can be shown.
 *
 * @param body the words, of a voice note those that were heard in it
 * @param answersLast it came after Yume's last reply had left: a number or a yes in one that came before means something else
 * @param unheard a voice note whose words are not known yet
 */
public record Incoming(InboundKind kind, String body, Optional<String> choiceId, Instant receivedAt, boolean answersLast,
        Optional<VoiceNote> unheard) {

    public Incoming(InboundKind kind, String body, Optional<String> choiceId, Instant receivedAt) {
        this(kind, body, choiceId, receivedAt, true);
    }

    public Incoming(InboundKind kind, String body, Optional<String> choiceId, Instant receivedAt, boolean answersLast) {
        this(kind, body, choiceId, receivedAt, answersLast, Optional.empty());
    }

    /** Somebody has listened to it. */
    public Incoming saying(String words) {
        return new Incoming(kind, words, choiceId, receivedAt, answersLast, Optional.empty());
    }
}
