package mx.yume.assistant.tools;

import mx.yume.scheduling.Appointment;

/** What came of cancel_appointment. */
public sealed interface Cancelling {

    /**
     * It is cancelled.
     *
     * @param repeated the same call was made before in this turn
     */
    record Cancelled(Appointment appointment, boolean repeated) implements Cancelling {}

    /** Nothing is cancelled yet: the customer is to see what, and say yes in a later turn. */
    record NeedsConfirmation(Appointment appointment, Summary.Cancel summary) implements Cancelling {}

    record AlreadyCancelled(Appointment appointment) implements Cancelling {}

    /** Somebody else changed it, or it is over. */
    record Changed(Appointment now) implements Cancelling {}

    /** No such appointment of this customer. */
    record NotFound() implements Cancelling {}
}
