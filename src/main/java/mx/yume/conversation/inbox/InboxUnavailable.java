package mx.yume.conversation.inbox;

/** The database stayed away for as long as a message can be held. The provider is asked to deliver again. */
public class InboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InboxUnavailable(Throwable cause) {
        super("The message could not be stored in time", cause);
    }
}
