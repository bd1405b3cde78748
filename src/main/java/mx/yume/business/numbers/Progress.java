package mx.yume.business.numbers;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the giving of a number has come.
 *
 * @param reason why it is given back or waits for a person, for that person
 * @param tries how many numbers were gone when they were to be taken
 * @param since when it came to this state
 */
public record Progress(NumberState state, Optional<Held> held, Optional<String> reason, int tries, Instant since) {

    /** Somebody else may take a number between the question and the answer. */
    private static final int MOST_TRIES = 20;
    /** WhatsApp's own reviews take hours, seldom days. */
    private static final Duration LONGEST_REGISTRATION = Duration.ofDays(3);
    private static final int LONGEST_REASON = 500;

    static Progress requested(Instant now) {
        return new Progress(NumberState.REQUESTED, Optional.empty(), Optional.empty(), 0, now);
    }

    /** @throws IllegalStateException for a step that cannot be taken from here */
    Progress after(Step step, Instant now) {
        return switch (step) {
            case Step.Chosen(var number) -> to(NumberState.CHOSEN, Held.chosen(number), now);
            case Step.Bought(var number, var resource) -> to(NumberState.BOUGHT, Held.chosen(number).bought(resource), now);
            case Step.Configured() -> to(NumberState.CONFIGURED, held.orElseThrow(), now);
            case Step.Registering(var sender) -> to(NumberState.REGISTERING, held.orElseThrow().registering(sender), now);
            case Step.Waiting() -> since.plus(LONGEST_REGISTRATION).isAfter(now) ? this
                    : refused("WhatsApp said neither yes nor no in %d days".formatted(LONGEST_REGISTRATION.toDays()), now);
            case Step.Online(var number) -> to(NumberState.PROVIDED, held.orElse(Held.chosen(number)), now);
            case Step.Gone() -> gone(now);
            case Step.Refused(var why) -> refused(why, now);
            case Step.GivenBack(),Step.Kept(_) -> empty(NumberState.PENDING, reason, tries, now);
        };
    }

    /** What was bought must be given back first. */
    private Progress refused(String why, Instant now) {
        var said = Optional.of(why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON));
        return switch (state) {
            case BOUGHT, CONFIGURED, REGISTERING -> {
                var there = to(NumberState.RELEASING, held.orElseThrow(), now);
                yield new Progress(there.state, there.held, said, tries, now);
            }
            case REQUESTED, CHOSEN, RELEASING, PENDING, PROVIDED, RELEASED -> empty(NumberState.PENDING, said, tries, now);
        };
    }

    /** At the end, when WhatsApp has let it in, only a person's hand can have given it to another business: a person must look. */
    private Progress gone(Instant now) {
        if (state == NumberState.REGISTERING) {
            var number = held.orElseThrow().number().e164();
            return empty(NumberState.PENDING, Optional.of(number + " was given to another business meanwhile"), tries, now);
        }
        return tries + 1 < MOST_TRIES ? empty(NumberState.REQUESTED, Optional.empty(), tries + 1, now)
                : empty(NumberState.PENDING, Optional.of("every number that was offered was gone"), tries, now);
    }

    private Progress to(NumberState next, Held holding, Instant now) {
        return new Progress(allowed(next), Optional.of(holding), reason, tries, now);
    }

    private Progress empty(NumberState next, Optional<String> why, int tried, Instant now) {
        return new Progress(allowed(next), Optional.empty(), why, tried, now);
    }

    private NumberState allowed(NumberState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A number's request cannot go from " + state + " to " + next);
        }
        return next;
    }
}
