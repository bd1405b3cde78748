package mx.yume.conversation;

import static mx.yume.conversation.FlowState.CANCELLED;
import static mx.yume.conversation.FlowState.COLLECTING_DATETIME;
import static mx.yume.conversation.FlowState.COLLECTING_NEW_DATETIME;
import static mx.yume.conversation.FlowState.COLLECTING_PERSONAL_INFO;
import static mx.yume.conversation.FlowState.COLLECTING_SERVICE;
import static mx.yume.conversation.FlowState.COLLECTING_STAFF_PREFERENCE;
import static mx.yume.conversation.FlowState.CONFIRMED;
import static mx.yume.conversation.FlowState.CONFIRMING_CANCELLATION;
import static mx.yume.conversation.FlowState.CONFIRMING_SUMMARY;
import static mx.yume.conversation.FlowState.DROPPED;
import static mx.yume.conversation.FlowState.IDENTIFYING_BOOKING;
import static mx.yume.conversation.FlowState.INITIATED;
import static mx.yume.conversation.FlowState.SELECTING_MODIFICATION;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which state may follow which, per flow. A state is the first thing missing, so one message that says a lot may pass over
 * several, and a change of mind goes back; what never happens is leaving a terminal state, confirming without a summary, or a
 * state of another flow.
 */
public final class Transitions {

    private static final Set<FlowState> BOOKING_STEPS = EnumSet.of(COLLECTING_SERVICE, COLLECTING_DATETIME,
            COLLECTING_STAFF_PREFERENCE, COLLECTING_PERSONAL_INFO, CONFIRMING_SUMMARY);
    private static final Set<FlowState> MODIFY_STEPS = EnumSet.of(IDENTIFYING_BOOKING, SELECTING_MODIFICATION,
            COLLECTING_NEW_DATETIME, CONFIRMING_SUMMARY);
    private static final Set<FlowState> CANCEL_STEPS = EnumSet.of(IDENTIFYING_BOOKING, CONFIRMING_CANCELLATION);

    private static final Map<FlowKind, Set<FlowState>> STEPS = Map.of(FlowKind.BOOKING, BOOKING_STEPS, FlowKind.MODIFY,
            MODIFY_STEPS, FlowKind.CANCEL, CANCEL_STEPS);

    /** The only way to be done: from the question that showed what would be done. */
    private static final Map<FlowKind, Map<FlowState, FlowState>> DONE = Map.of(
            FlowKind.BOOKING, Map.of(CONFIRMING_SUMMARY, CONFIRMED),
            FlowKind.MODIFY, Map.of(CONFIRMING_SUMMARY, CONFIRMED),
            FlowKind.CANCEL, Map.of(CONFIRMING_CANCELLATION, CANCELLED));

    private Transitions() {}

    public static boolean allowed(FlowKind kind, FlowState from, FlowState to) {
        var steps = STEPS.getOrDefault(kind, Set.of());
        if (from != INITIATED && !steps.contains(from)) {
            return false;
        }
        return to == DROPPED || steps.contains(to) || to == DONE.getOrDefault(kind, Map.of()).get(from);
    }
}
