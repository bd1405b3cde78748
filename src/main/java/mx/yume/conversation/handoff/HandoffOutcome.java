package mx.yume.conversation.handoff;

import java.util.List;

/** What came of asking for a person. */
public sealed interface HandoffOutcome {

    /**
     * Yume is silent in this conversation until it ends.
     *
     * @param names of those who were told, at least one
     */
    record Told(HandoffId handoff, List<String> names) implements HandoffOutcome {

        public Told {
            names = List.copyOf(names);
        }
    }

    /** They know since an earlier turn, and nobody has taken it yet. */
    record AlreadyTold(HandoffId handoff) implements HandoffOutcome {}

    /** Somebody answers already. */
    record AlreadyHere(HandoffId handoff, String name) implements HandoffOutcome {}

    /** Nobody of the business can be written to now: they read it when they write to Yume next, and Yume goes on answering. */
    record Left(HandoffId handoff) implements HandoffOutcome {}
}
