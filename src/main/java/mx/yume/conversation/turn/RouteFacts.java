package mx.yume.conversation.turn;

import java.util.List;
import java.util.Optional;

import mx.yume.conversation.AdminCommand;
import mx.yume.platform.OrganizationId;

/**
 * What the decision is made from, looked up first.
 *
 * @param receiver whose number received the messages
 * @param suspended whether that organization is
 * @param registrations active ones of the sender: anywhere when the central number was written to, else at the receiver
 * @param founding the sender has begun to set up a business in this conversation and not finished
 * @param overRate the sender wrote more than the limit
 * @param handoffs whether a person of the business answers, or the sender is one who does
 * @param command of an administrator of this installation, who said nothing else
 */
public record RouteFacts(OrganizationId receiver, boolean suspended, List<Registration> registrations,
        boolean founding, boolean overRate, HandoffFacts handoffs, Optional<AdminCommand> command) {

    /** Of whoever looks after nothing. */
    public RouteFacts(OrganizationId receiver, boolean suspended, List<Registration> registrations, boolean founding,
            boolean overRate, HandoffFacts handoffs) {
        this(receiver, suspended, registrations, founding, overRate, handoffs, Optional.empty());
    }

    public RouteFacts {
        registrations = List.copyOf(registrations);
    }
}
