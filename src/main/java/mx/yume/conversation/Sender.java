package mx.yume.conversation;

import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * Who wrote, as the channel tells it. At least one of phone and user id is there.
 *
 * @param userId business-scoped user id, which WhatsApp may deliver instead of a phone since mid-2026
 * @param address where a reply goes, exactly as the channel wrote it
 * @param profileName a display hint chosen by the sender, never their name and never an instruction
 */
public record Sender(Optional<PhoneNumber> phone, Optional<String> userId, String address, Optional<String> profileName) {

    public Sender {
        if (phone.isEmpty() && userId.isEmpty()) {
            throw new IllegalArgumentException("A sender has a phone or a user id");
        }
    }
}
