package mx.yume.scheduling;

import java.time.Duration;

import io.smallrye.mutiny.Uni;

/** What the benchmarks against the real database share. */
final class EndToEnd {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private EndToEnd() {}

    static <T> T await(Uni<T> answer) {
        return answer.await().atMost(PATIENCE);
    }
}
