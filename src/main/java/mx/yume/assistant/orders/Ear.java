package mx.yume.assistant.orders;

import java.util.Optional;

import mx.yume.conversation.FlowState;

/**
 * How the guided assistant understands one tool: whether words ask for it, and what they say of its order. Pure: everything it
 * knows is in the turn.
 */
public interface Ear<C extends Asking, O extends Order> {

    Tool<C, O> tool();

    /**
     * How surely the words or the tap ask for this: 0 not at all, 1 perhaps (a single common word), 2 yes, 3 unmistakably. The
     * surest ear has the turn.
     */
    int hears(C asking);

    /**
     * The order with what this turn says.
     *
     * @param before what is known so far; empty at the beginning
     * @param asked the state whose question waits for its answer; {@link FlowState#INITIATED} where none does
     */
    O fill(C asking, Optional<O> before, FlowState asked);
}
