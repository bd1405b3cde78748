package mx.yume.conversation.inbox;

import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * Somebody goes on under another phone, another user id or both, as WhatsApp tells it. A new phone brings a new user id along.
 *
 * @param oldPhone the one known until now, where it is told; one of the two old ones always is
 * @param newPhone empty when only the user id changed, or when the phone is not shared
 * @param newAddress where a reply goes from now on, as the channel writes it
 */
public record IdentityChange(Optional<PhoneNumber> oldPhone, Optional<String> oldUserId, Optional<PhoneNumber> newPhone,
        Optional<String> newUserId, String newAddress) {}
