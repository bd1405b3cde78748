package mx.yume.measuring;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/** What the benchmarks against the real database share. */
public final class EndToEnd {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private EndToEnd() {}

    public static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
