package mx.yume.assistant.tools;

import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;

/** What came of book_appointment. */
public sealed interface Booking {

    /**
     * It is in the books.
     *
     * @param repeated the same call was made before in this turn: nothing new was booked
     */
    record Booked(Appointment appointment, boolean repeated) implements Booking {}

    /** Nothing is booked yet: the customer is to see this and say yes in a later turn. */
    record NeedsConfirmation(Summary.Booking summary) implements Booking {}

    /** Nobody knows who the visit is for. */
    record NameMissing() implements Booking {}

    record Refused(Refusal why) implements Booking {}
}
