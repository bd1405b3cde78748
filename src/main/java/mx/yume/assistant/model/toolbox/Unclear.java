package mx.yume.assistant.model.toolbox;

/** An argument of a tool that cannot be used. Carries what the model is told, in Spanish; never leaves the tools. */
final class Unclear extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String told;
    private final boolean malformed;

    private Unclear(String told, boolean malformed) {
        super(told, null, false, false);
        this.told = told;
        this.malformed = malformed;
    }

    /** Missing, or not of the form that was asked for: a mistake of the model. */
    static Unclear malformed(String told) {
        return new Unclear(told, true);
    }

    /** Names nothing, or several things: a question for the customer. */
    static Unclear ambiguous(String told) {
        return new Unclear(told, false);
    }

    ToolOutcome outcome() {
        return malformed ? new ToolOutcome.BadArguments(told) : new ToolOutcome.Told(told);
    }
}
