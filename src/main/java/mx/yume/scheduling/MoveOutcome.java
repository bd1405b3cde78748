package mx.yume.scheduling;

import mx.yume.platform.Explained;

/** What came of a change of an appointment. */
public sealed interface MoveOutcome {

    record Moved(Appointment before, Appointment after) implements MoveOutcome {}

    /** The appointment stays as it was. */
    record Refused(Refusal why) implements MoveOutcome, Explained {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }

    /** It is all of that already. */
    record Unchanged(Appointment now) implements MoveOutcome, Explained {

        @Override
        public String sentence() {
            return "La cita ya está así.";
        }
    }

    /** Someone changed or cancelled it since that version was read, or it is too late for whoever asks. */
    record Changed(Appointment now) implements MoveOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.of(now);
        }
    }

    /** No such appointment of this customer, or of this business. */
    record NotFound() implements MoveOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.NOT_FOUND;
        }
    }
}
