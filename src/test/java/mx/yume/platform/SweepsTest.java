package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import mx.yume.testing.SettableClock;

class SweepsTest {

    private final SettableClock clock = new SettableClock();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> swept = new ArrayList<>();

    @Test
    void eachIsRunAtItsOwnPace() {
        var sweeps = sweeps(sweep("often", Duration.ofMinutes(1)), sweep("seldom", Duration.ofHours(1)));
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
        var sweeps = sweeps(sweep("daily", Duration.ofDays(1)));
        run(sweeps);
        clock.tick(Duration.ofDays(-3));
        assertThat(run(sweeps)).isEqualTo(1);
    }

    @Test
    void oneThatFailsHoldsUpNoOtherAndComesAgain() {
        var sweeps = sweeps(failing(), sweep("good", Duration.ofMinutes(1)));
        assertThat(run(sweeps)).isEqualTo(1);
        clock.tick(Duration.ofMinutes(1));
        assertThat(run(sweeps)).isEqualTo(1);
        assertThat(swept).containsExactly("failed", "good", "failed", "good");
    }

    @Test
    void wokenTwiceAtOnceItRunsOnce() {
        var sweeps = sweeps(sweep("once", Duration.ofMinutes(1)));
        var woken = new ArrayList<String>();
        sweeps.wake(() -> woken.add("work"));
        sweeps.wake(() -> woken.add("work"));
        assertThat(swept).containsExactly("once");
        assertThat(woken).as("what was found is worked on, and nothing else wakes anybody").containsExactly("work");
    }

    @Test
    void oneThatIsSlowHoldsUpNoOtherAndIsNotStartedTwice() {
        var released = new CompletableFuture<Integer>();
        var sweeps = sweeps(sweep("slow", Duration.ofSeconds(30), Uni.createFrom().completionStage(released)),
                sweep("reminders", Duration.ofSeconds(30)));
        sweeps.wake(SweepsTest::nothing);
        clock.tick(Duration.ofSeconds(30));
        sweeps.wake(SweepsTest::nothing);
        assertThat(swept).containsExactly("slow", "reminders", "reminders");
        var idle = sweeps.idle();
        assertThat(idle).isNotDone();
        released.complete(1);
        assertThat(idle).isCompleted();
        sweeps.wake(SweepsTest::nothing);
        assertThat(swept).containsExactly("slow", "reminders", "reminders", "slow");
    }

    @Test
    void eachReportsWhenItRanWhatItDidAndHowOftenItFailed() {
        var sweeps = sweeps(failing(), sweep("good", Duration.ofMinutes(1)));
        assertThat(gauge("yume.sweep.last.run", "good")).as("never yet").isZero();
        run(sweeps);
        assertThat(gauge("yume.sweep.last.run", "good")).isEqualTo((double) clock.instant().getEpochSecond());
        assertThat(count("yume.sweep.done", "good")).isEqualTo(1);
        assertThat(count("yume.sweep.failures", "good")).isZero();
        assertThat(count("yume.sweep.done", "failed")).isZero();
        assertThat(count("yume.sweep.failures", "failed")).isEqualTo(1);
    }

    @Test
    void oneThatIsOverdueShowsByHowMuch() {
        var sweeps = sweeps(sweep("good", Duration.ofMinutes(1)));
        run(sweeps);
        clock.tick(Duration.ofMinutes(1));
        assertThat(gauge("yume.sweep.lag", "good")).isZero();
        clock.tick(Duration.ofSeconds(90));
        assertThat(gauge("yume.sweep.lag", "good")).isEqualTo(90);
        run(sweeps);
        assertThat(gauge("yume.sweep.lag", "good")).isZero();
    }

    private Sweeps sweeps(Sweep... all) {
        return new Sweeps(List.of(all), new WorkMetrics(meters, clock), clock);
    }

    private double gauge(String name, String sweep) {
        return meters.get(name).tag("sweep", sweep).gauge().value();
    }

    private double count(String name, String sweep) {
        return meters.get(name).tag("sweep", sweep).counter().count();
    }

    private static void nothing() {}

    private Sweep sweep(String name, Duration every) {
        return sweep(name, every, Uni.createFrom().item(1));
    }

    private Sweep failing() {
        return sweep("failed", Duration.ofMinutes(1), Uni.createFrom().failure(new IllegalStateException("no database")));
    }

    private Sweep sweep(String name, Duration every, Uni<Integer> result) {
        return new Sweep() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String purpose() {
                return "is looked at";
            }

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
