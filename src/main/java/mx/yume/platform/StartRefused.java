package mx.yume.platform;

/** Yume must not start as it is set up. The message is for the operator: what is wrong, and what to set. */
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
