package mx.yume.platform;

import java.time.Duration;
import java.time.Instant;

import io.smallrye.mutiny.Uni;

/**
 * Something that becomes true by the clock alone and is looked for now and then, on every instance: what one has found, the others
 * do not find.
 */
public interface Sweep {

    /** Of this one among all: what metrics and docs/jobs.md call it, in small letters with dashes. */
    String name();

    /** What it does, in a few words for docs/jobs.md. */
    String purpose();

    Duration every();

    /**
     * @param now business time
     * @return how many things it did
     */
    Uni<Integer> sweep(Instant now);
}
