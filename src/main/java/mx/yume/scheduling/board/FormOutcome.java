package mx.yume.scheduling.board;

import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.BookingOutcome;

/** What came of a form that books. */
public sealed interface FormOutcome {

    /** It was looked at for the first time, or refused before. */
    record First(BookingOutcome outcome) implements FormOutcome {}

    /** The same form booked before: nothing was done a second time. */
    record Again(AppointmentId appointment) implements FormOutcome {}
}
