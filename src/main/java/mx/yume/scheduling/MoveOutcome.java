package mx.yume.scheduling;

public sealed interface MoveOutcome {

    record Moved(Appointment before, Appointment after) implements MoveOutcome {}

    /** The appointment stays where it was. */
    record Refused(Refusal why) implements MoveOutcome {}

    /** Someone changed or cancelled it since that version was read. */
    record Changed(Appointment now) implements MoveOutcome {}

    /** No such appointment of this customer. */
    record NotFound() implements MoveOutcome {}
}
