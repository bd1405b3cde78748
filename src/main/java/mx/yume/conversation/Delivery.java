package mx.yume.conversation;

/** What a provider said to one message. */
public sealed interface Delivery {

    record Accepted(String providerMessageId) implements Delivery {}

    /** Worth another try: too many requests, a server's failure, no answer in time. */
    record TryAgain(String error) implements Delivery {}

    /** Will never be accepted as it is. */
    record Rejected(String error) implements Delivery {}
}
