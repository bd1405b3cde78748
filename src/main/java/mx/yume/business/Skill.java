package mx.yume.business;

import java.time.Duration;
import java.util.Optional;

/**
 * That somebody gives a service, and how theirs differs.
 *
 * @param duration instead of the service's; longer than the end of its processing
 * @param price instead of the service's
 * @param online whether customers may book this person for it by themselves
 */
public record Skill(Optional<Duration> duration, Optional<Price> price, boolean online) {

    /** As the service says, and bookable by customers. */
    public static final Skill USUAL = new Skill(Optional.empty(), Optional.empty(), true);
}
