package mx.yume.business.numbers.signup;

import java.time.Instant;
import java.util.Optional;

import mx.yume.platform.PhoneNumber;

/** How it stands with an owner's own number: for a page. */
public sealed interface SignupStatus {

    /** Nobody has tried. */
    record None() implements SignupStatus {}

    record UnderWay() implements SignupStatus {}

    record Failed(SignupFailure why) implements SignupStatus {}

    /** @param expires when it must have been connected again, if ever */
    record Connected(Optional<PhoneNumber> phone, Optional<Instant> expires) implements SignupStatus {}

    /** It was connected, and the provider does not take it any more. */
    record Broken(Optional<PhoneNumber> phone) implements SignupStatus {}
}
