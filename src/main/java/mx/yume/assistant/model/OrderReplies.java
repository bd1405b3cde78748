package mx.yume.assistant.model;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.model.Thinking.Thought;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.guard.DeedGuard;
import mx.yume.assistant.model.toolbox.OrderToolbox;
import mx.yume.assistant.orders.Asking;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent;

/**
 * What somebody who orders is sent after the model has thought: what was done in its own sentences, what is asked or shown in Yume's
 * words, and what was read in the model's, past {@link DeedGuard}.
 */
final class OrderReplies {

    private final Asking asking;
    private final OrderToolbox tools;
    private final String instructions;

    OrderReplies(Asking asking, OrderToolbox tools, String instructions) {
        this.asking = asking;
        this.tools = tools;
        this.instructions = instructions;
    }

    /** @param pending asks again what waits for an answer */
    Uni<List<OutboundContent>> of(Thought thought, Supplier<Uni<List<OutboundContent>>> pending) {
        return switch (thought) {
            case Thought.Shown(var messages, _) -> together(done(), messages);
            case Thought.Said(var text, _) -> said(text, pending);
        };
    }

    private Uni<List<OutboundContent>> said(String text, Supplier<Uni<List<OutboundContent>>> pending) {
        var objection = new DeedGuard(tools.told(), heard()).objection(text);
        if (!tools.done().isEmpty()) {
            var more = !tools.told().isEmpty() && objection.isEmpty() ? List.of(Bodies.text(text)) : List.<OutboundContent>of();
            return together(done(), more);
        }
        if (objection.isPresent()) {
            return Uni.createFrom().failure(new ModelFailed(objection.get()));
        }
        // A yes to come must be to what was asked last: what was shown before is shown again below the answer.
        return confirming() ? pending.get().chain(asked -> together(List.of(Bodies.text(text)), asked))
                : together(List.of(Bodies.text(text)), List.of());
    }

    private boolean confirming() {
        return asking.turn().progress().activeFlow().map(Flow::state)
                .filter(state -> state == FlowState.CONFIRMING).isPresent();
    }

    private List<OutboundContent> done() {
        return tools.done().stream().map(Bodies::text).toList();
    }

    private List<String> heard() {
        return Stream.concat(asking.turn().messages().stream().map(Incoming::body), Stream.of(instructions)).toList();
    }

    private static Uni<List<OutboundContent>> together(List<OutboundContent> first, List<OutboundContent> then) {
        return Uni.createFrom().item(Bodies.together(Stream.concat(first.stream(), then.stream()).toList()));
    }
}
