package mx.yume.assistant.model.endpoint;

/**
 * The model did not give an answer that can be sent; the guided assistant answers instead. Nothing is broken in Yume: the reason
 * goes to the trace, and carries neither texts of the endpoint nor anything a customer wrote.
 */
public final class ModelFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Reason {
        /** As many turns as allowed are with the model already. */
        BUSY,
        /** It failed too often just now and is left alone. */
        RESTING,
        /** The person, the business or the installation has had its money's worth for today. */
        OVER_BUDGET, TIMEOUT,
        /** Refused connection, HTTP error, an answer that cannot be read. */
        ENDPOINT, MALFORMED_CALL, UNKNOWN_TOOL, BAD_ARGUMENTS, TOO_MANY_STEPS, EMPTY_ANSWER, TOO_LONG, NOT_SPANISH,
        /** It says something was done, or stands in the agenda, that this turn neither did nor read. */
        UNFOUNDED_CLAIM,
        /** It names a price or a service that the business does not have. */
        UNFOUNDED_OFFER
    }

    private final Reason reason;
    private final String detail;

    public ModelFailed(Reason reason) {
        this(reason, "");
    }

    /** @param detail short, without secrets and without user text */
    public ModelFailed(Reason reason, String detail) {
        super(detail.isEmpty() ? reason.name() : reason + ": " + detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    /** For the trace: the reason, and what kind of failure it was. */
    public String told() {
        return detail.isEmpty() ? reason.name() : reason + ": " + detail;
    }

    public Reason reason() {
        return reason;
    }
}
