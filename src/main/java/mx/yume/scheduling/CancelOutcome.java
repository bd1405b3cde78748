package mx.yume.scheduling;

import mx.yume.platform.Explained;

public sealed interface CancelOutcome {

    record Cancelled(Appointment appointment) implements CancelOutcome {}

    /** It was cancelled before, by whoever. */
    record AlreadyCancelled(Appointment appointment) implements CancelOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.of(appointment);
        }
    }

    /** It changed since that version was read, is over, or (for a customer) has begun. */
    record Changed(Appointment now) implements CancelOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.of(now);
        }
    }

    /** No such appointment of this customer, or of this business. */
    record NotFound() implements CancelOutcome, Explained {

        @Override
        public String sentence() {
            return Standing.NOT_FOUND;
        }
    }
}
