package mx.yume.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Person;

/** An administrator of this installation gave a command to the central number; who they are is known by their phone. */
public record AdministratorTurn(TurnKey key, Origin origin, Person person, AdminCommand command, List<Incoming> messages,
        List<Option> offered, boolean firstContact, Instant now, Progress progress) implements AssistedTurn {

    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");

    public AdministratorTurn {
        messages = List.copyOf(messages);
        offered = List.copyOf(offered);
    }

    @Override
    public AdministratorTurn hearing(List<Incoming> heard) {
        return new AdministratorTurn(key, origin, person, command, heard, offered, firstContact, now, progress);
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }
}
