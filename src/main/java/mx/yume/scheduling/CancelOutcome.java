package mx.yume.scheduling;

public sealed interface CancelOutcome {

    record Cancelled(Appointment appointment) implements CancelOutcome {}

    /** It was cancelled before, by whoever. */
    record AlreadyCancelled(Appointment appointment) implements CancelOutcome {}

    /** It is over (or has begun), or changed since that version was read. */
    record Changed(Appointment now) implements CancelOutcome {}

    /** No such appointment of this customer. */
    record NotFound() implements CancelOutcome {}
}
