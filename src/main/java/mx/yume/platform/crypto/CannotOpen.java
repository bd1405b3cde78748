package mx.yume.platform.crypto;

/** What was sealed cannot be read: it was changed, moved to another place, or sealed with a secret that nobody knows any more. */
public final class CannotOpen extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CannotOpen(String message) {
        super(message);
    }

    CannotOpen(String message, Throwable cause) {
        super(message, cause);
    }
}
