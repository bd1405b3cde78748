package mx.yume.assistant.orders;

import java.util.Optional;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.conversation.FlowKind;

/**
 * One thing that can be asked for. A tool looks things up, says what is missing or what it would do, and does it; whether the
 * asker may, and whether they agreed, is decided by {@link Orders} before {@link #perform}.
 *
 * @param <C> who asks
 * @param <O> what can be asked of it
 */
public interface Tool<C extends Asking, O extends Order> {

    Sheet sheet();

    Class<O> type();

    Capability needs();

    /** The flow that collects what is missing; empty for what only reads or is done at once. */
    Optional<FlowKind> flow();

    /** The same for a tool whose flow depends on what is asked of it. */
    default Optional<FlowKind> flow(O order) {
        return flow();
    }

    /** The order that a model wrote. Throws {@link Unclear} where an argument is not of the form that was asked for. */
    O read(C asking, Written written);

    /**
     * A model's order beside the one under way: what a model never writes (what was shown, the answer to a question) is kept as
     * long as it is still the same that is asked for.
     */
    default O continued(O written, O underWay) {
        return written;
    }

    /** Changes nothing. */
    Uni<Proposal<O>> propose(C asking, O order);

    /**
     * Does it, in one transaction together with its record.
     *
     * @param order as {@link #propose} completed it
     * @param recording holds the turn first and records what was done last, on the connection of that transaction
     */
    Uni<Performed<O>> perform(C asking, O order, Recording recording);
}
