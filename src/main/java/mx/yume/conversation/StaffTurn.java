package mx.yume.conversation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import mx.yume.business.Business;
import mx.yume.business.StaffMember;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Person;

/**
 * Somebody of a business writes: to manage it, or to be onboarded (cases 2a, 3 and 4).
 *
 * @param business the one they are active staff of; in case 2a not the organization of {@code key}
 * @param member whoever writes, as they are registered now: their permission decides what they may
 * @param onboarding they have not finished their onboarding
 */
public record StaffTurn(TurnKey key, Origin origin, Business business, StaffMember member, boolean onboarding, Person person,
        List<Incoming> messages, List<Option> offered, boolean firstContact, Instant now,
        Progress progress) implements AssistedTurn {

    public StaffTurn {
        messages = List.copyOf(messages);
        offered = List.copyOf(offered);
    }

    @Override
    public ZoneId zone() {
        return business.location().zone();
    }

    @Override
    public StaffTurn hearing(List<Incoming> heard) {
        return new StaffTurn(key, origin, business, member, onboarding, person, heard, offered, firstContact, now, progress);
    }

    public ZonedDateTime localNow() {
        return now.atZone(zone());
    }
}
