package mx.yume.conversation.media;

import java.util.UUID;

import mx.yume.conversation.ChannelName;

/**
 * A voice note that nobody has listened to yet.
 *
 * @param message the row it came in
 * @param channel whose provider keeps it
 */
public record VoiceNote(UUID message, ChannelName channel, MediaReference media) {}
