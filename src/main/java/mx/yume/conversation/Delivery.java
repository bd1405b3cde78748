package mx.yume.conversation;

/** What a provider said to one message. */
public sealed interface Delivery {

    record Accepted(String providerMessageId) implements Delivery {}

    /**
     * Worth another try: too many requests, a server's failure, no answer in time.
     *
     * @param doubtful nothing was heard, so it may have been accepted all the same, and the next try may be a second message
     */
    record TryAgain(String error, boolean doubtful) implements Delivery {

        public TryAgain(String error) {
            this(error, false);
        }
    }

    /** Free text is not taken (any more): only an approved template is. */
    record WindowClosed(String error) implements Delivery {}

    /** The number cannot send at all until somebody connects it again: its token is no longer good, or it was taken away. */
    record Disconnected(String error) implements Delivery {}

    /** Will never be accepted as it is. */
    record Rejected(String error) implements Delivery {}
}
