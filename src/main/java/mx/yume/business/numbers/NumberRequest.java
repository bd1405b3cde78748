package mx.yume.business.numbers;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A business waits for its number.
 *
 * @param conversation of Yume's own, where its owner is told
 * @param errand the flow in which it was founded
 * @param origin as the database writes it: what is not real never reaches a provider
 */
@RegisterForReflection
public record NumberRequest(UUID conversation, UUID errand, String origin) {

    /** A job's kind, with a request as payload. */
    public static final String REQUESTED = "number.requested";

    public boolean real() {
        return origin.equals("real");
    }
}
