package mx.yume.business.numbers;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How far the giving of a number has come. A provider takes the steps, one job each, and each state is written down before the next
 * thing is asked of it.
 */
public enum NumberState {
    /** Nothing was asked of anybody. */
    REQUESTED,
    /** It will be this number, if it can still be had. */
    CHOSEN,
    /** It is Yume's. */
    BOUGHT,
    /** What is written to it reaches Yume. */
    CONFIGURED,
    /** WhatsApp was asked to let it in. */
    REGISTERING,
    /** It cannot be used, and is given back. */
    RELEASING,
    /** A person of Yume must see to it. */
    PENDING,
    /** The business has it. */
    PROVIDED,
    /** The business had it. */
    RELEASED;

    private static final Map<NumberState, Set<NumberState>> NEXT = Map.of(
            REQUESTED, EnumSet.of(CHOSEN, BOUGHT, PROVIDED, PENDING),
            CHOSEN, EnumSet.of(BOUGHT, REQUESTED, PENDING),
            BOUGHT, EnumSet.of(CONFIGURED, RELEASING),
            CONFIGURED, EnumSet.of(REGISTERING, RELEASING),
            REGISTERING, EnumSet.of(PROVIDED, RELEASING, PENDING),
            RELEASING, EnumSet.of(PENDING),
            PENDING, EnumSet.of(REQUESTED, PROVIDED),
            PROVIDED, EnumSet.of(RELEASED),
            RELEASED, EnumSet.of(REQUESTED, PROVIDED));

    /** Whether that may come next. To stay is no transition, and allowed. */
    boolean mayBecome(NumberState next) {
        return next == this || NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    /** Whether a provider is at it; otherwise it waits for a person, or for nothing. */
    boolean underWay() {
        return switch (this) {
            case REQUESTED, CHOSEN, BOUGHT, CONFIGURED, REGISTERING, RELEASING -> true;
            case PENDING, PROVIDED, RELEASED -> false;
        };
    }

    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NumberState of(String sql) {
        return valueOf(sql.toUpperCase(Locale.ROOT));
    }
}
