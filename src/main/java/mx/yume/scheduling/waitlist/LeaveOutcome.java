package mx.yume.scheduling.waitlist;

import mx.yume.platform.Explained;

public sealed interface LeaveOutcome {

    /** What was offered to them meanwhile is the next one's. */
    record Left(WaitlistEntry entry) implements LeaveOutcome {}

    /** They had left, got a time, or waited until it was over. */
    record NotWaiting(WaitlistEntry entry) implements LeaveOutcome, Explained {

        @Override
        public String sentence() {
            return "Ya no estabas en esa lista de espera.";
        }
    }

    /** No such entry, or somebody else's. */
    record UnknownEntry() implements LeaveOutcome, Explained {

        @Override
        public String sentence() {
            return "No encontré esa lista de espera.";
        }
    }
}
