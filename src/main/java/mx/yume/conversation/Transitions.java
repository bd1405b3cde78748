package mx.yume.conversation;

import static mx.yume.conversation.FlowState.*;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which state may follow which: one table per flow. A state is the first thing missing, so one message that says a lot may pass
 * over several, and a change of mind goes back; what never happens is leaving a terminal state, being done without the question
 * that showed what would be done, or a state of another flow.
 */
public final class Transitions {

    /**
     * The table of one flow.
     *
     * @param steps its active states after {@link FlowState#INITIATED}, in the order in which they are usually passed
     * @param done where it ends well
     * @param before the only states from which it ends well: those that showed what would be done
     */
    public record Table(List<FlowState> steps, FlowState done, Set<FlowState> before) {

        public Table {
            steps = List.copyOf(steps);
            before = Set.copyOf(before);
        }

        /** Every state of the flow that may follow this one. */
        public Set<FlowState> after(FlowState from) {
            if (from != INITIATED && !steps.contains(from)) {
                return Set.of();
            }
            var next = new LinkedHashSet<>(steps);
            if (before.contains(from)) {
                next.add(done);
            }
            next.addAll(EnumSet.of(DROPPED, EXPIRED));
            return next;
        }
    }

    private static final Map<FlowKind, Table> TABLES = tables();

    private Transitions() {}

    public static Table of(FlowKind kind) {
        return Objects.requireNonNull(TABLES.get(kind), kind.name());
    }

    public static boolean allowed(FlowKind kind, FlowState from, FlowState to) {
        return of(kind).after(from).contains(to);
    }

    private static Map<FlowKind, Table> tables() {
        var tables = new EnumMap<FlowKind, Table>(FlowKind.class);
        customers(tables);
        beginnings(tables);
        theDay(tables);
        theSetup(tables);
        return tables;
    }

    private static void customers(Map<FlowKind, Table> tables) {
        tables.put(FlowKind.BOOKING, confirmed(CONFIRMING_SUMMARY, COLLECTING_SERVICE, COLLECTING_DATETIME,
                COLLECTING_STAFF_PREFERENCE, COLLECTING_PERSONAL_INFO));
        tables.put(FlowKind.MODIFY, confirmed(CONFIRMING_SUMMARY, IDENTIFYING_BOOKING, SELECTING_MODIFICATION,
                COLLECTING_NEW_SERVICE, COLLECTING_NEW_DATETIME, COLLECTING_NEW_STAFF));
        tables.put(FlowKind.CANCEL, new Table(List.of(IDENTIFYING_BOOKING, CONFIRMING_CANCELLATION), CANCELLED,
                Set.of(CONFIRMING_CANCELLATION)));
        tables.put(FlowKind.RATING, new Table(List.of(PROMPTED, COLLECTING_RATING, COLLECTING_FEEDBACK), SUBMITTED,
                Set.of(PROMPTED, COLLECTING_RATING, COLLECTING_FEEDBACK)));
        tables.put(FlowKind.WAITLIST, confirmed(CONFIRMING_SUMMARY, COLLECTING_SERVICE, COLLECTING_DATETIME,
                COLLECTING_PERSONAL_INFO));
    }

    private static void beginnings(Map<FlowKind, Table> tables) {
        tables.put(FlowKind.BUSINESS_ONBOARDING, new Table(List.of(COLLECTING_BUSINESS_INFO, COLLECTING_SERVICES,
                COLLECTING_HOURS, COLLECTING_STAFF, CONFIRMING, PROVISIONING_NUMBER), COMPLETED, Set.of(PROVISIONING_NUMBER)));
        tables.put(FlowKind.STAFF_ONBOARDING, new Table(List.of(COLLECTING_NAME, COLLECTING_AVAILABILITY, SHOWING_TUTORIAL),
                COMPLETED, Set.of(SHOWING_TUTORIAL)));
    }

    private static void theDay(Map<FlowKind, Table> tables) {
        tables.put(FlowKind.BLOCK_TIME, confirmed(CONFIRMING, COLLECTING_STAFF, COLLECTING_DATE_RANGE, COLLECTING_TIME_RANGE,
                COLLECTING_REASON));
        tables.put(FlowKind.UNBLOCK_TIME, confirmed(CONFIRMING, COLLECTING_STAFF, COLLECTING_DATE_RANGE));
        tables.put(FlowKind.WALK_IN, confirmed(CONFIRMING, COLLECTING_SERVICE, COLLECTING_STAFF, COLLECTING_CUSTOMER));
        tables.put(FlowKind.ATTENDANCE, confirmed(CONFIRMING, IDENTIFYING_BOOKING));
        tables.put(FlowKind.CANCEL_FOR_CUSTOMER, confirmed(CONFIRMING, IDENTIFYING_BOOKING, COLLECTING_REASON));
        tables.put(FlowKind.MOVE_FOR_CUSTOMER, confirmed(CONFIRMING, IDENTIFYING_BOOKING, COLLECTING_NEW_DATETIME));
        tables.put(FlowKind.MESSAGE_CUSTOMER, confirmed(CONFIRMING, COLLECTING_CUSTOMER, COLLECTING_TEXT));
        tables.put(FlowKind.RELAY, new Table(List.of(RELAYING), COMPLETED, Set.of(RELAYING)));
    }

    private static void theSetup(Map<FlowKind, Table> tables) {
        tables.put(FlowKind.CHANGE_HOURS, confirmed(CONFIRMING, COLLECTING_HOURS));
        tables.put(FlowKind.ADD_SERVICE, confirmed(CONFIRMING, COLLECTING_NAME, COLLECTING_DURATION, COLLECTING_PRICE));
        tables.put(FlowKind.CHANGE_SERVICE_DURATION, confirmed(CONFIRMING, COLLECTING_SERVICE, COLLECTING_DURATION));
        tables.put(FlowKind.CHANGE_PRICE, confirmed(CONFIRMING, COLLECTING_SERVICE, COLLECTING_PRICE));
        tables.put(FlowKind.REMOVE_SERVICE, confirmed(CONFIRMING, COLLECTING_SERVICE));
        tables.put(FlowKind.ADD_STAFF, confirmed(CONFIRMING, COLLECTING_NAME, COLLECTING_PHONE, COLLECTING_PERMISSION));
        tables.put(FlowKind.REMOVE_STAFF, confirmed(CONFIRMING, COLLECTING_STAFF));
        tables.put(FlowKind.CHANGE_PERMISSION, confirmed(CONFIRMING, COLLECTING_STAFF, COLLECTING_PERMISSION));
        tables.put(FlowKind.CHANGE_NOTICES, confirmed(CONFIRMING));
    }

    /** The usual shape: some things to find out, a summary, and done from there alone. */
    private static Table confirmed(FlowState summary, FlowState... before) {
        var steps = new LinkedHashSet<>(List.of(before));
        steps.add(summary);
        return new Table(List.copyOf(steps), CONFIRMED, Set.of(summary));
    }
}
