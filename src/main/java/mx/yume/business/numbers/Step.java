package mx.yume.business.numbers;

import mx.yume.platform.PhoneNumber;

/** What a provider did for a business that waits for its number, or why it could not. */
public sealed interface Step {

    /** This one can be had. Nothing was bought yet. */
    record Chosen(PhoneNumber number) implements Step {}

    /** It is Yume's, and this is what the provider calls it. */
    record Bought(PhoneNumber number, String resource) implements Step {}

    /** What is written to it reaches Yume. */
    record Configured() implements Step {}

    /** WhatsApp was asked to let it in, and this is what the provider calls that. */
    record Registering(String sender) implements Step {}

    /** Nothing new: ask again in a while. */
    record Waiting() implements Step {}

    /** The business can be written to. */
    record Online(PhoneNumber number) implements Step {}

    /** Somebody else has it: another one must be chosen. */
    record Gone() implements Step {}

    /** It is not to be had by itself; what was bought is given back. */
    record Refused(String reason) implements Step {}

    /** It is the provider's again. */
    record GivenBack() implements Step {}

    /** The provider does not take it back: Yume keeps it for another business. */
    record Kept(String reason) implements Step {}
}
