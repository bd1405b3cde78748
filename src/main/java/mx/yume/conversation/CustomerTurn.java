package mx.yume.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.business.Business;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Person;

/**
 * A customer's batch of messages to be answered, and everything about the conversation that an assistant may know. Who is
 * asking is {@code person}, whatever the messages or a model say.
 *
 * @param messages in the order they arrived, at least one
 * @param offered the options of the last message sent, so that "2" can mean the second
 * @param firstContact this business never gave them the privacy notice
 * @param now business time
 */
public record CustomerTurn(TurnKey key, Origin origin, Business business, Person person, List<Incoming> messages,
        List<Option> offered, boolean firstContact, Instant now, Progress progress) implements AssistedTurn {

    public CustomerTurn {
        messages = List.copyOf(messages);
        offered = List.copyOf(offered);
    }

    @Override
    public ZoneId zone() {
        return business.location().zone();
    }

    @Override
    public CustomerTurn hearing(List<Incoming> heard) {
        return new CustomerTurn(key, origin, business, person, heard, offered, firstContact, now, progress);
    }

    /** Now, where the business is. */
    public ZonedDateTime localNow() {
        return now.atZone(business.location().zone());
    }
}
