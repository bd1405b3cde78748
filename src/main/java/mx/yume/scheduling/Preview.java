package mx.yume.scheduling;

import java.util.List;

import mx.yume.platform.Money;

/** What a booking would be if it were made now. It keeps nothing: somebody else may be faster. */
public sealed interface Preview {

    /**
     * It would be accepted.
     *
     * @param parts sorted by start
     * @param price of all of them
     */
    record Possible(List<Part> parts, Money price) implements Preview {

        public Possible {
            parts = List.copyOf(parts);
        }
    }

    /** Alternatives included. */
    record Impossible(Refusal why) implements Preview {}
}
