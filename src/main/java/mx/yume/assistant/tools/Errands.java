package mx.yume.assistant.tools;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** The flow of a turn and its draft, whoever moves it. */
@ApplicationScoped
public class Errands {

    private final Json json;

    Errands(Json json) {
        this.json = json;
    }

    /** What the active flow knows; nothing without one. */
    public Draft draft(ToolContext context) {
        return context.turn().progress().activeFlow().map(flow -> json.read(flow.draft(), Draft.class)).orElse(Draft.EMPTY);
    }

    public Optional<FlowKind> kind(ToolContext context) {
        return context.turn().progress().activeFlow().map(Flow::kind);
    }

    public boolean active(ToolContext context, FlowKind kind) {
        return kind(context).filter(kind::equals).isPresent();
    }

    /**
     * Puts what this turn's messages say for certain into the draft of the active flow, so that either assistant finds it there.
     * Once or twice is the same.
     */
    public Draft remember(ToolContext context) {
        var before = draft(context);
        var flow = context.turn().progress().activeFlow();
        if (flow.isEmpty()) {
            return before;
        }
        var filled = Filling.fill(before, context, flow.get().state());
        if (!filled.equals(before) && flow.get().state() != FlowState.INITIATED) {
            to(context, flow.get().kind(), flow.get().state(), filled);
        }
        return filled;
    }

    /** What is known of the booking under way, or of one that these messages would begin. */
    Draft booking(ToolContext context) {
        var active = context.turn().progress().activeFlow().filter(flow -> flow.kind() == FlowKind.BOOKING);
        return Filling.fill(active.isPresent() ? draft(context) : Draft.EMPTY, context,
                active.map(Flow::state).orElse(FlowState.INITIATED));
    }

    /** Goes to a state of this errand. Another one under way is dropped first: a conversation has one at a time. */
    public void to(ToolContext context, FlowKind kind, FlowState state, Draft draft) {
        var progress = context.turn().progress();
        var text = json.write(draft);
        var active = progress.activeFlow().orElseGet(() -> Flow.begin(kind, text));
        if (active.kind() != kind) {
            progress.flow(active.to(FlowState.DROPPED, active.draft()));
            active = Flow.begin(kind, text);
        }
        progress.flow(active.to(state, text));
    }

    /** Ends it well, by way of the one state from which it ends. */
    void end(ToolContext context, FlowKind kind, FlowState before, FlowState done) {
        var draft = draft(context);
        to(context, kind, before, draft);
        to(context, kind, done, draft);
    }

    /** Ends what is under way with nothing done. */
    public void drop(ToolContext context) {
        var progress = context.turn().progress();
        progress.activeFlow().ifPresent(flow -> progress.flow(flow.to(FlowState.DROPPED, flow.draft())));
    }

    /** What was last shown to be confirmed, if this turn is a yes to it and to nothing else. */
    Optional<Summary> confirmed(ToolContext context, FlowKind kind) {
        var flow = context.turn().progress().activeFlow().filter(active -> active.kind() == kind
                && (active.state() == FlowState.CONFIRMING_SUMMARY || active.state() == FlowState.CONFIRMING_CANCELLATION));
        return flow.flatMap(active -> Filling.fill(draft(context), context, active.state()).shown())
                .filter(shown -> context.saidYesTo(shown, kind) && !Doubt.in(context)).map(Draft.Shown::summary);
    }

    /** Shows a summary: the next turn can say yes to it. */
    void show(ToolContext context, FlowKind kind, FlowState state, Draft draft, Summary summary) {
        to(context, kind, state, draft.shown(summary, context.turn().key().turn().value()).misunderstandings(0));
    }
}
