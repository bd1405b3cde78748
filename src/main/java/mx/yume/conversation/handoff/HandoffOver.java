package mx.yume.conversation.handoff;

/** It ended between the look that decided the route and the lock: the turn is to be routed again. */
public class HandoffOver extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HandoffOver(HandoffId handoff) {
        super("Handoff " + handoff + " is over", null, false, false);
    }
}
