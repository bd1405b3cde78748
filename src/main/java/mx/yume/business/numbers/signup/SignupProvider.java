package mx.yume.business.numbers.signup;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Lets owners bring a number of their own. A door implements it for the provider that has a sign-up for that. */
public interface SignupProvider {

    /** What a page needs to open the provider's own sign-up. */
    record Launch(String application, String configuration, String version) {}

    /** As the database writes it. */
    String name();

    /** Empty where the installation is not set up for it. */
    Optional<Launch> launch();

    /**
     * Takes the next step. It is called without a transaction, and again with the same signup after a crash. What may be mended by
     * waiting is a failure, and tried again.
     */
    Uni<SignupStep> next(Signup signup);
}
