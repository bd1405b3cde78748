package mx.yume.conversation.handoff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import mx.yume.business.StaffId;
import mx.yume.conversation.ConversationId;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/**
 * One time that a person of the business was asked to answer in Yume's place.
 *
 * @param conversation the customer's
 * @param origin of that conversation, as the database writes it
 * @param turn in which it was asked for, unless staff began it
 * @param taker as long as they may answer: whoever left the team, or may no longer run the day, has let go of it
 * @param acknowledged the customer was told that what they write is passed on
 * @param open Yume is silent in the conversation
 */
public record Handoff(OrganizationId organization, HandoffId id, ConversationId conversation, String origin,
        Optional<UUID> turn, AskedBy askedBy, String reason, Customer customer, boolean acknowledged, Optional<Taker> taker,
        boolean open) {

    /**
     * Whom it is about.
     *
     * @param lastWrote WhatsApp lets free text through for a day after it
     * @param optedOut they are answered and told nothing of Yume's own accord
     */
    public record Customer(Optional<String> name, Optional<PhoneNumber> phone, Instant lastWrote, boolean optedOut) {

        /** As staff are told of them. */
        public String shown() {
            return name.or(() -> phone.map(PhoneNumber::e164)).orElse("Cliente sin nombre");
        }

        /** Name and phone, as far as they are known. */
        public String introduced() {
            return name.isEmpty() ? shown() : shown() + phone.map(number -> ", " + number.e164()).orElse("");
        }
    }

    /**
     * Who answers, and where.
     *
     * @param desk empty for whoever reads and answers on a page
     */
    public record Taker(StaffId staff, String name, Optional<Desk> desk) {}

    boolean takenBy(StaffId staff) {
        return taker.filter(it -> it.staff().equals(staff)).isPresent();
    }
}
