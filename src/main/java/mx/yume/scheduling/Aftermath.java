package mx.yume.scheduling;

import java.util.OptionalInt;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is known of an appointment after its visit.
 *
 * @param disputed whether the customer says that they were there
 * @param rating 1 to 5, if they gave one
 * @param closed whether nothing more is expected of anybody
 */
@RegisterForReflection
public record Aftermath(boolean disputed, OptionalInt rating, boolean closed) {

    public static final Aftermath NONE = new Aftermath(false, OptionalInt.empty(), false);
}
