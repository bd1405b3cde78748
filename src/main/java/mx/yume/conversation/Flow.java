package mx.yume.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import mx.yume.platform.UuidV7;

/**
 * A conversation's errand under way, or just ended.
 *
 * @param draft what is known so far, as JSON that the assistants understand
 * @param abandonedAt since when nobody had come back to it when this turn began
 * @param refused where somebody tried to take it against the transition table: {@link Progress#flow} refuses it
 */
public record Flow(UUID id, FlowKind kind, FlowState state, FlowState lastActiveState, String draft,
        Optional<Instant> abandonedAt, Optional<FlowState> refused) {

    /** One that somebody is at. */
    public Flow(UUID id, FlowKind kind, FlowState state, FlowState lastActiveState, String draft) {
        this(id, kind, state, lastActiveState, draft, Optional.empty(), Optional.empty());
    }

    public static Flow begin(FlowKind kind, String draft) {
        return new Flow(UuidV7.next(), kind, FlowState.INITIATED, FlowState.INITIATED, draft);
    }

    /**
     * An errand that was interrupted goes on as it was.
     *
     * @param abandonedAt since when nobody was at it, if that is so long that what was shown then has to be shown again
     */
    public static Flow goOn(FlowKind kind, FlowState state, FlowState lastActiveState, String draft,
            Optional<Instant> abandonedAt) {
        return new Flow(UuidV7.next(), kind, state, lastActiveState, draft, abandonedAt, Optional.empty());
    }

    public boolean active() {
        return !state.terminal();
    }

    /** The flow in its next state; if the transition table does not allow that, as it is and marked. */
    public Flow to(FlowState next, String nextDraft) {
        if (refused.isPresent()) {
            return this;
        }
        if (!Transitions.allowed(kind, state, next)) {
            return new Flow(id, kind, state, lastActiveState, draft, abandonedAt, Optional.of(next));
        }
        return new Flow(id, kind, next, next.terminal() ? lastActiveState : next, nextDraft);
    }

    /** Somebody is at it again. */
    Flow takenUp() {
        return abandonedAt.isEmpty() ? this : new Flow(id, kind, state, lastActiveState, draft);
    }
}
