package mx.yume.assistant.tools;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;

/** What came of reschedule_appointment. */
public sealed interface Moving {

    /**
     * It is at the new time.
     *
     * @param repeated the same call was made before in this turn
     */
    record Moved(Appointment before, Appointment after, boolean repeated) implements Moving {}

    /** Nothing is moved yet: the customer is to see from when to when, and say yes in a later turn. */
    record NeedsConfirmation(Appointment appointment, Summary.Move summary) implements Moving {}

    /** It stays where it was. */
    record Refused(Appointment appointment, Refusal why) implements Moving {}

    /** It is at that time already. */
    record SameTime(Appointment appointment) implements Moving {}

    /** Somebody else changed or cancelled it, or it is over. */
    record Changed(Appointment now) implements Moving {}

    /** No such appointment of this customer. */
    record NotFound() implements Moving {}
}
