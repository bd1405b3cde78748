package mx.yume.business.numbers.signup;

import java.time.Instant;
import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/** What a provider did towards the connection of an owner's own number, or why it did not. */
public sealed interface SignupStep {

    /** @param expires when the token ends by itself; empty for one that does not */
    record Authorized(String token, Optional<Instant> expires) implements SignupStep {

        /** So that it gets into no log by accident. */
        @Override
        public String toString() {
            return "Authorized until " + expires;
        }
    }

    record Subscribed() implements SignupStep {}

    record Registered() implements SignupStep {}

    record Known(PhoneNumber phone) implements SignupStep {}

    /** @param detail in the provider's words, for administrators */
    record Refused(SignupFailure failure, String detail) implements SignupStep {}
}
