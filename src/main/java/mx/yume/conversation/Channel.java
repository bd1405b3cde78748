package mx.yume.conversation;

import java.util.Optional;

import io.smallrye.mutiny.Uni;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;

/** A way out. Doors implement it; the outbox calls it after the commit, in order per conversation. */
public interface Channel {

    ChannelName name();

    /** Hands one message to the provider. A failed Uni counts as {@link Delivery.TryAgain}. Bounded in time by the channel. */
    Uni<Delivery> send(OutboundMessage message);

    /** Whether it is configured: what is off is not chosen for somebody who never wrote. */
    boolean on();

    /** The address from which Yume itself writes, as the channel writes it; empty where it has none. */
    Optional<String> central();

    /** How this channel writes somebody's phone who has never written by it. */
    default String address(PhoneNumber phone) {
        return phone.e164();
    }

    /**
     * Under which account the provider keeps the templates that this number may send.
     *
     * @return empty where nothing has to be approved
     */
    default Uni<Optional<String>> account(OrganizationId organization, String businessAddress) {
        return Uni.createFrom().item(Optional.empty());
    }

    /** Shows that their message was read and an answer is on its way, where the channel can. At best: nothing depends on it. */
    default Uni<Void> typing(TypingCue cue) {
        return Uni.createFrom().voidItem();
    }
}
