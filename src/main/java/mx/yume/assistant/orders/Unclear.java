package mx.yume.assistant.orders;

/** An argument that a model wrote is not of the form that was asked for. The message, in Spanish, tells it which. */
public final class Unclear extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String told;

    public Unclear(String told) {
        super(told, null, false, false);
        this.told = told;
    }

    /** Which argument, and how it should be, in Spanish. */
    public String told() {
        return told;
    }
}
