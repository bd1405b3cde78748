package mx.yume.assistant.orders;

import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What the flow of an order knows.
 *
 * @param order its JSON
 * @param shown what was last to be agreed to
 * @param misunderstandings messages in a row that made no sense
 */
@RegisterForReflection
public record OrderDraft(String tool, String order, Optional<Shown> shown, int misunderstandings) {

    /**
     * @param order its JSON
     * @param turn in which it was shown: a yes counts only in a later one, when it has been sent
     */
    @RegisterForReflection
    public record Shown(String order, UUID turn) {}

    OrderDraft misunderstandings(int count) {
        return new OrderDraft(tool, order, shown, count);
    }
}
