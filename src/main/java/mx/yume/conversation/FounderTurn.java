package mx.yume.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Person;

/** Somebody who is staff nowhere writes to the central number (case 1): there is no business yet. */
public record FounderTurn(TurnKey key, Origin origin, Person person, List<Incoming> messages, List<Option> offered,
        boolean firstContact, Instant now, Progress progress) implements AssistedTurn {

    /** Most of Mexico, until they say where they are. */
    private static final ZoneId UNTIL_TOLD = ZoneId.of("America/Mexico_City");

    public FounderTurn {
        messages = List.copyOf(messages);
        offered = List.copyOf(offered);
    }

    @Override
    public FounderTurn hearing(List<Incoming> heard) {
        return new FounderTurn(key, origin, person, heard, offered, firstContact, now, progress);
    }

    @Override
    public ZoneId zone() {
        return UNTIL_TOLD;
    }
}
