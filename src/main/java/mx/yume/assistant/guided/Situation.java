package mx.yume.assistant.guided;

import java.util.Optional;
import java.util.stream.Stream;

import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Filling;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.ServiceId;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/**
 * Everything a decision is made from.
 *
 * @param before the draft as the turn found it
 * @param filled the draft with what this turn's messages say for certain
 */
record Situation(ToolContext context, Optional<Flow> flow, Draft before, Draft filled) {

    static Situation of(ToolContext context, Draft before) {
        var flow = context.turn().progress().activeFlow();
        return new Situation(context, flow, before, Filling.fill(before, context, state(flow)));
    }

    FlowState state() {
        return state(flow);
    }

    boolean during(FlowKind kind) {
        return flow.filter(active -> active.kind() == kind).isPresent();
    }

    boolean idle() {
        return flow.isEmpty();
    }

    /** Whether the messages told anything new. */
    boolean learnt() {
        return !filled.equals(before);
    }

    boolean confirming() {
        return state() == FlowState.CONFIRMING_SUMMARY || state() == FlowState.CONFIRMING_CANCELLATION;
    }

    /** What these messages alone say, for an errand that begins with them. */
    Draft anew() {
        return Filling.fill(Draft.EMPTY, context, FlowState.INITIATED).misunderstandings(0);
    }

    /** A booking that begins with these messages: the one service just told about is the one meant, unless they name another. */
    Draft booking() {
        var told = anew();
        var offered = context.turn().offered().stream().map(option -> Tap.parse(option.id())).toList();
        var asked = offered.size() == 1 && offered.getFirst() instanceof Tap.OfService(var service)
                && context.business().service(service).isPresent() ? Optional.of(service) : Optional.<ServiceId>empty();
        return asked.filter(_ -> told.wish().services().isEmpty() && context.reading().services().isEmpty())
                .map(service -> told.wish(told.wish().service(service, context.zone()))).orElse(told);
    }

    /** What they usually have, if that was offered last. */
    Optional<Tap.Usual> usualOffered() {
        return context.turn().offered().stream().map(option -> Tap.parse(option.id()))
                .flatMap(tap -> tap instanceof Tap.Usual usual ? Stream.of(usual) : Stream.empty()).findFirst();
    }

    private static FlowState state(Optional<Flow> flow) {
        return flow.map(Flow::state).orElse(FlowState.INITIATED);
    }
}
