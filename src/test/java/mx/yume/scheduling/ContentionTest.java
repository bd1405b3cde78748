package mx.yume.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;

class ContentionTest {

    private final AtomicInteger begun = new AtomicInteger();

    @Test
    void deadlocksAndVainWaitsAreTriedThreeTimesMore() {
        assertThat(await(failing("40P01", 3))).isEqualTo(4);
        begun.set(0);
        assertThat(await(failing("55P03", 3))).isEqualTo(4);
        begun.set(0);
        assertThatThrownBy(() -> await(failing("40P01", 4))).isInstanceOf(PgException.class);
        assertThat(begun).hasValue(4);
    }

    @Test
    void aLostSlotIsReadAgainAsLongAsThereMayBeAnother() {
        assertThat(await(failing("23P01", 20))).isEqualTo(21);
    }

    @Test
    void whatIsBrokenIsNotTriedAgain() {
        assertThatThrownBy(() -> await(failing("23503", 1))).isInstanceOf(PgException.class);
        assertThatThrownBy(() -> await(Contention.retried(() -> Uni.createFrom().failure(new IllegalStateException("stale")))))
                .hasMessage("stale");
        assertThat(begun).hasValue(1);
    }

    private Uni<Integer> failing(String state, int times) {
        return Contention.retried(() -> begun.incrementAndGet() <= times
                ? Uni.createFrom().failure(new PgException("no", "ERROR", state, ""))
                : Uni.createFrom().item(begun.get()));
    }

    private static <T> T await(Uni<T> answer) {
        return answer.await().indefinitely();
    }
}
