package mx.yume.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Time that was given back, as the payload of a job.
 *
 * @param stretches sorted and disjoint, whoever's they were; never empty
 * @param after whoever joined the waiting list up to this entry has been thought of
 */
@RegisterForReflection
public record TimeFreed(List<Stretch> stretches, @Nullable UUID after) {

    public static final String KIND = "time.freed";

    public TimeFreed {
        stretches = List.copyOf(stretches);
    }

    static TimeFreed of(List<Stretch> stretches) {
        return new TimeFreed(stretches, null);
    }

    /** The start included and the end not. */
    @RegisterForReflection
    public record Stretch(Instant start, Instant end) {}
}
