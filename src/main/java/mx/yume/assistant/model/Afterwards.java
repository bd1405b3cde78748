package mx.yume.assistant.model;

import java.util.Optional;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.Filling;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/**
 * Keeps the flow true after the model answered in words of its own, so that the guided assistant can go on from there: an errand
 * begun by words alone is begun, and a summary that is no longer the last thing said waits for no yes.
 */
final class Afterwards {

    private final Errands errands;
    private final ToolContext context;

    Afterwards(Errands errands, ToolContext context) {
        this.errands = errands;
        this.context = context;
    }

    void settle() {
        var active = context.turn().progress().activeFlow();
        if (active.isEmpty()) {
            begun().ifPresent(kind -> {
                var draft = Filling.fill(Draft.EMPTY, context, FlowState.INITIATED);
                errands.to(context, kind, first(kind, draft), draft);
            });
        } else {
            withdraw(active.get());
        }
    }

    private Optional<FlowKind> begun() {
        if (context.turn().progress().flow().isPresent() && endedNow()) {
            return Optional.empty();
        }
        return context.reading().intent().flatMap(intent -> switch (intent) {
            case BOOK, USUAL -> Optional.of(FlowKind.BOOKING);
            case MOVE -> Optional.of(FlowKind.MODIFY);
            case CANCEL, CANCEL_ALL -> Optional.of(FlowKind.CANCEL);
            case WAITLIST, MY_APPOINTMENTS, SERVICES, HOURS, ADDRESS, GREETING, THANKS, HELP, BACK, DROP, HUMAN, ABOUT_YOU,
                    INSULT,
                    FOREIGN, OPT_OUT, OPT_IN ->
                Optional.<FlowKind>empty();
        });
    }

    /** "Sí, agéndala" says BOOK too, and has just been done. */
    private boolean endedNow() {
        return context.turn().progress().trace().stream().anyMatch(step -> step.kind().equals("flow"));
    }

    private static FlowState first(FlowKind kind, Draft draft) {
        return switch (kind) {
            case BOOKING -> draft.wish().services().isEmpty() ? FlowState.COLLECTING_SERVICE : FlowState.COLLECTING_DATETIME;
            case MODIFY, CANCEL -> FlowState.IDENTIFYING_BOOKING;
            default -> throw new IllegalStateException(kind + " does not begin with words alone");
        };
    }

    private void withdraw(Flow flow) {
        var back = switch (flow.state()) {
            case CONFIRMING_SUMMARY -> flow.kind() == FlowKind.MODIFY ? FlowState.COLLECTING_NEW_DATETIME
                    : FlowState.COLLECTING_DATETIME;
            case CONFIRMING_CANCELLATION -> FlowState.IDENTIFYING_BOOKING;
            default -> flow.state();
        };
        if (back != flow.state()) {
            errands.to(context, flow.kind(), back, errands.draft(context).nothingShown());
        }
    }

    /** Whether the customer asked something in the middle of a confirmation, which goes on after the answer. */
    boolean questionInTheMiddle() {
        var confirming = context.turn().progress().activeFlow().map(Flow::state)
                .filter(state -> state == FlowState.CONFIRMING_SUMMARY
                        || state == FlowState.CONFIRMING_CANCELLATION)
                .isPresent();
        var intent = context.reading().intent();
        return confirming && context.reading().answer().isEmpty() && intent.filter(Afterwards::asks).isPresent();
    }

    private static boolean asks(Intent intent) {
        return intent == Intent.SERVICES || intent == Intent.HOURS || intent == Intent.ADDRESS
                || intent == Intent.MY_APPOINTMENTS
                || intent == Intent.THANKS || intent == Intent.GREETING;
    }
}
