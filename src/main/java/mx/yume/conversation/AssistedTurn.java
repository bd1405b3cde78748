package mx.yume.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Person;

/**
 * Somebody's batch of messages to be answered, and everything about the conversation that an assistant may know. Who is asking,
 * and what they may, comes from here, whatever the messages or a model say.
 */
public sealed interface AssistedTurn permits CustomerTurn, StaffTurn, FounderTurn, AdministratorTurn {

    /** Of the conversation, which belongs to the number that was written to: Yume's own organization for the central one. */
    TurnKey key();

    Origin origin();

    Person person();

    /** In the order they arrived, at least one. */
    List<Incoming> messages();

    /** The options of the last message sent, so that "2" can mean the second. */
    List<Option> offered();

    /** They were never given the privacy notice: whatever is said to them begins with it. */
    boolean firstContact();

    /** Business time. */
    Instant now();

    /** Where the person is taken to be: decides "hoy" and "mañana". */
    ZoneId zone();

    Progress progress();

    /** The same turn with these messages: what was a voice note has words. */
    AssistedTurn hearing(List<Incoming> heard);
}
