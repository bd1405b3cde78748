package mx.yume.scheduling.waitlist;

import mx.yume.platform.Explained;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;

/** What came of an answer to an offer. */
public sealed interface AnswerOutcome {

    record Booked(Appointment appointment) implements AnswerOutcome {}

    /** The next in line may have it; whoever declined goes on waiting for another time. */
    record Declined() implements AnswerOutcome {}

    /** Why the answer did not count. */
    sealed interface NotCounted extends AnswerOutcome, Explained {}

    /** It was not held any more: the time was over, or the business needed it. */
    record TooLate() implements NotCounted {

        @Override
        public String sentence() {
            return "Ese lugar ya no está apartado para ti. Sigues en la lista de espera.";
        }
    }

    record AlreadyTaken() implements NotCounted {

        @Override
        public String sentence() {
            return "Ese lugar ya quedó agendado.";
        }
    }

    record AlreadyDeclined() implements NotCounted {

        @Override
        public String sentence() {
            return "Ya habías dejado pasar ese lugar.";
        }
    }

    /** The business changed its calendar since. */
    record Refused(Refusal why) implements NotCounted {

        @Override
        public String sentence() {
            return why.sentence();
        }
    }

    /** No such offer, or somebody else's. */
    record UnknownOffer() implements NotCounted {

        @Override
        public String sentence() {
            return "No encontré ese lugar apartado.";
        }
    }
}
