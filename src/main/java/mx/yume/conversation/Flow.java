package mx.yume.conversation;

import java.util.UUID;

import mx.yume.platform.UuidV7;

/**
 * A conversation's errand under way, or just ended.
 *
 * @param draft what is known so far, as JSON that the assistants understand
 */
public record Flow(UUID id, FlowKind kind, FlowState state, FlowState lastActiveState, String draft) {

    public static Flow begin(FlowKind kind, String draft) {
        return new Flow(UuidV7.next(), kind, FlowState.INITIATED, FlowState.INITIATED, draft);
    }

    /** An errand that was interrupted goes on as it was. */
    public static Flow goOn(FlowKind kind, FlowState state, FlowState lastActiveState, String draft) {
        return new Flow(UuidV7.next(), kind, state, lastActiveState, draft);
    }

    public boolean active() {
        return !state.terminal();
    }

    /**
     * The flow in its next state.
     *
     * @throws IllegalStateException if the transition table does not allow it: a defect of the caller
     */
    public Flow to(FlowState next, String nextDraft) {
        if (!Transitions.allowed(kind, state, next)) {
            throw new IllegalStateException("%s cannot go from %s to %s".formatted(kind, state, next));
        }
        return new Flow(id, kind, next, next.terminal() ? lastActiveState : next, nextDraft);
    }
}
