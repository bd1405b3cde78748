package mx.yume.platform.backup;

/** There is to be no copy, or nothing is to be made of one. The message is for the operator: why, and what to do. */
public class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    BackupRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    BackupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What the operator is told. */
    public String sentence() {
        return sentence;
    }
}
