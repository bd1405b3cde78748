package mx.yume.business.numbers.signup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import mx.yume.platform.OrganizationId;

/**
 * An owner's try to connect a number of their own, and how far it has come.
 *
 * @param account and {@code address}: as the provider names the account and the number
 * @param code what the provider's sign-up gave, good once; {@code token} what it was exchanged for; {@code pin} what the number is
 *        registered with: each while it is needed
 */
public record Signup(OrganizationId organization, UUID id, String account, String address, SignupState state,
        Optional<String> code, Optional<String> token, Optional<Instant> expires, Optional<String> pin) {

    /** So that what is secret gets into no log by accident. */
    @Override
    public String toString() {
        return "Signup " + id + " " + state;
    }
}
