package mx.yume.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Bounded work: what is under way, what fails, and how it stops. */
class WorkLoopTest {

    private final AtomicInteger left = new AtomicInteger();
    private final List<Integer> asked = new ArrayList<>();

    private Uni<List<Integer>> claim(int room) {
        asked.add(room);
        var claimed = new ArrayList<Integer>();
        while (claimed.size() < room && left.get() > 0) {
            claimed.add(left.getAndDecrement());
        }
        return Uni.createFrom().item(List.copyOf(claimed));
    }

    @Test
    void everythingIsDoneAndNeverMoreAtOnceThanAllowed() {
        left.set(10);
        var done = new ArrayList<Integer>();
        var loop = new WorkLoop<Integer>("pieces", 4, this::claim, piece -> {
            done.add(piece);
            return Uni.createFrom().voidItem();
        });
        assertThat(loop.drain().await().atMost(Duration.ofSeconds(5))).isEqualTo(10);
        assertThat(done).hasSize(10).doesNotHaveDuplicates();
        assertThat(asked).allMatch(room -> room <= 4);
    }

    @Test
    void aPieceThatFailsLeavesTheOthersAlone() {
        left.set(3);
        var loop = new WorkLoop<Integer>("pieces", 3, this::claim,
                piece -> piece == 2 ? Uni.createFrom().failure(new IllegalStateException("two")) : Uni.createFrom().voidItem());
        assertThat(loop.drain().await().atMost(Duration.ofSeconds(5))).isEqualTo(3);
        assertThat(loop.underWay()).isEmpty();
    }

    @Test
    void aStopClaimsNothingMoreAndWaitsForWhatIsUnderWay() {
        left.set(2);
        var held = new ArrayList<UniEmitter<? super Void>>();
        var loop = new WorkLoop<Integer>("pieces", 1, this::claim, piece -> Uni.createFrom().emitter(held::add));
        var draining = loop.drain().subscribeAsCompletionStage();
        assertThat(loop.underWay()).containsExactly(2);

        var stopped = loop.stop();
        assertThat(stopped).isNotDone();
        held.getFirst().complete(null);
        assertThat(stopped).isCompleted();
        assertThat(draining).isCompletedWithValue(1);
        assertThat(left).hasValue(1);
    }

    /** Or it would begin when what it needs is gone already. */
    @Test
    void aStopWaitsForWhatIsJustBeingClaimed() {
        var claims = new ArrayList<UniEmitter<? super List<Integer>>>();
        var held = new ArrayList<UniEmitter<? super Void>>();
        var loop = new WorkLoop<Integer>("pieces", 1, room -> Uni.createFrom().emitter(claims::add),
                piece -> Uni.createFrom().emitter(held::add));
        var draining = loop.drain().subscribeAsCompletionStage();
        var stopped = loop.stop();
        assertThat(stopped).as("a claim is on its way").isNotDone();
        claims.getFirst().complete(List.of(1));
        assertThat(stopped).as("and was taken").isNotDone();
        held.getFirst().complete(null);
        assertThat(stopped).isCompleted();
        assertThat(draining).isCompletedWithValue(1);
        assertThat(claims).hasSize(1);
    }

    @Test
    void anIdleLoopStopsAtOnce() {
        assertThat(new WorkLoop<Integer>("pieces", 1, this::claim, piece -> Uni.createFrom().voidItem()).stop()).isCompleted();
    }
}
