package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import mx.yume.testing.SettableClock;

class SweepsTest {

    private final SettableClock clock = new SettableClock();
    private final List<String> swept = new ArrayList<>();

    @Test
    void eachIsRunAtItsOwnPace() {
        var sweeps = new Sweeps(List.of(sweep("often", Duration.ofMinutes(1)), sweep("seldom", Duration.ofHours(1))), clock);
        assertThat(run(sweeps)).isEqualTo(2);
        assertThat(run(sweeps)).isZero();
        clock.tick(Duration.ofMinutes(1));
        assertThat(run(sweeps)).isEqualTo(1);
        clock.tick(Duration.ofMinutes(59));
        assertThat(run(sweeps)).isEqualTo(2);
        assertThat(swept).containsExactly("often", "seldom", "often", "often", "seldom");
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWait() {
        var sweeps = new Sweeps(List.of(sweep("daily", Duration.ofDays(1))), clock);
        run(sweeps);
        clock.tick(Duration.ofDays(-3));
        assertThat(run(sweeps)).isEqualTo(1);
    }

    @Test
    void oneThatFailsHoldsUpNoOtherAndComesAgain() {
        var sweeps = new Sweeps(List.of(failing(), sweep("good", Duration.ofMinutes(1))), clock);
        assertThat(run(sweeps)).isEqualTo(1);
        clock.tick(Duration.ofMinutes(1));
        assertThat(run(sweeps)).isEqualTo(1);
        assertThat(swept).containsExactly("failed", "good", "failed", "good");
    }

    @Test
    void wokenTwiceAtOnceItRunsOnce() {
        var sweeps = new Sweeps(List.of(sweep("once", Duration.ofMinutes(1))), clock);
        var woken = new ArrayList<String>();
        sweeps.wake(() -> woken.add("work"));
        sweeps.wake(() -> woken.add("work"));
        assertThat(swept).containsExactly("once");
        assertThat(woken).as("what was found is worked on, and nothing else wakes anybody").containsExactly("work");
    }

    private Sweep sweep(String name, Duration every) {
        return sweep(name, every, Uni.createFrom().item(1));
    }

    private Sweep failing() {
        return sweep("failed", Duration.ofMinutes(1), Uni.createFrom().failure(new IllegalStateException("no database")));
    }

    private Sweep sweep(String name, Duration every, Uni<Integer> result) {
        return new Sweep() {
            @Override
            public Duration every() {
                return every;
            }

            @Override
            public Uni<Integer> sweep(Instant now) {
                swept.add(name);
                return result;
            }
        };
    }

    private static int run(Sweeps sweeps) {
        return sweeps.run().await().atMost(Duration.ofSeconds(5));
    }
}
