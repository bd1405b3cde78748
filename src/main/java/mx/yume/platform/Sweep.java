package mx.yume.platform;

import java.time.Duration;
import java.time.Instant;

import io.smallrye.mutiny.Uni;

/**
 * Something that becomes true by the clock alone and is looked for now and then, on every instance: what one has found, the others
 * do not find.
 */
public interface Sweep {

    Duration every();

    /**
     * @param now business time
     * @return how many things it did
     */
    Uni<Integer> sweep(Instant now);
}
