package mx.yume.conversation.media;

/** What came of fetching something that was sent. */
public sealed interface Fetched {

    // The array is handed on and never compared.
    @SuppressWarnings("ArrayRecordComponent")
    record Media(byte[] bytes) implements Fetched {}

    /** More than WhatsApp itself takes. */
    record TooLarge() implements Fetched {}

    /** @param why for a trace: no secrets, nothing anybody wrote */
    record Unavailable(String why) implements Fetched {}
}
