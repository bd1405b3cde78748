package mx.yume.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/**
 * Somebody who writes to a business, as that business knows them. Without a phone when the channel gave none.
 *
 * @param name as they told it; a profile name is never taken for it
 * @param nameConfirmed when they last said that this is their name
 * @param optedOut whether they want answers and nothing else
 */
public record Person(PersonId id, Optional<String> name, Optional<PhoneNumber> phone, Optional<Instant> nameConfirmed,
        boolean optedOut) {

    /** Phones change hands: a name that was not confirmed for so long is asked again. */
    public static final Duration NAME_HOLDS = Duration.ofDays(90);

    /** @param now business time */
    public boolean nameIsOld(Instant now) {
        return name.isPresent() && nameConfirmed.filter(at -> at.plus(NAME_HOLDS).isAfter(now)).isEmpty();
    }
}
