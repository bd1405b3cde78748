package mx.yume.platform.backup;

/** There is to be no copy, or nothing is to be made of one. The message is for the operator: why, and what to do. */
public class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
