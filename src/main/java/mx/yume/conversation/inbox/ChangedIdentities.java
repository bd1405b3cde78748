package mx.yume.conversation.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.InboundMessage;

/** Hears from the channels that somebody goes on under another phone or user id. */
@ApplicationScoped
public class ChangedIdentities {

    private final Inbox inbox;

    ChangedIdentities(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * Kept once in the chat of the person known until now, as a message that says nothing.
     *
     * @param notice the event as it came, from the old phone or user id; its id makes a second delivery harmless
     * @param change what is different from now on
     */
    public Uni<Void> changed(InboundMessage notice, IdentityChange change) {
        return inbox.accept(notice).replaceWithVoid();
    }
}
