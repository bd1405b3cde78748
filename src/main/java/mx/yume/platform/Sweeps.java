package mx.yume.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** Everything that is done every so often, by business time. Each keeps its own time: a slow one holds up no other. */
@ApplicationScoped
public class Sweeps {

    private static final Logger LOG = Logger.getLogger(Sweeps.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Timer> timers;
    private final Clock clock;

    Sweeps(@All List<Sweep> all, WorkMetrics metrics, Clock clock) {
        this.timers = all.stream().map(sweep -> new Timer(sweep, metrics.sweep(sweep))).toList();
        this.clock = clock;
    }

    /** Runs those whose time has come, one after the other; at first all. One that fails is tried again the next time. */
    public Uni<Integer> run() {
        var now = clock.instant();
        Uni<Integer> done = Uni.createFrom().item(0);
        for (var timer : timers) {
            done = done.chain(before -> timer.run(now).map(more -> before + more));
        }
        return done;
    }

    /** Starts those whose time has come, but those that are under way; returns at once. */
    public void wake(Runnable afterwards) {
        var now = clock.instant();
        timers.forEach(timer -> timer.run(now).subscribe().with(done -> {
            if (done > 0) {
                afterwards.run();
            }
        }, failure -> LOG.warnf(failure, "%s broke off", timer.sweep.name())));
    }

    /** Done when none is under way any more; whoever wakes them must have ceased to. */
    public CompletableFuture<Void> idle() {
        return CompletableFuture.allOf(timers.stream().map(timer -> timer.over).toArray(CompletableFuture[]::new));
    }

    /** One sweep, and when it was last run here. */
    private static final class Timer {

        private final Sweep sweep;
        private final WorkMetrics.Watch watch;
        private final AtomicBoolean running = new AtomicBoolean();
        private volatile @Nullable Instant last;
        /** Completed when the latest run is over. */
        private volatile CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

        Timer(Sweep sweep, WorkMetrics.Watch watch) {
            this.sweep = sweep;
            this.watch = watch;
        }

        /** @return how many things it did: none when it is not its time, or it is still at it */
        Uni<Integer> run(Instant now) {
            if (!due(now) || !running.compareAndSet(false, true)) {
                return Uni.createFrom().item(0);
            }
            last = now;
            var begun = new CompletableFuture<Void>();
            over = begun;
            watch.ran();
            return Uni.createFrom().deferred(() -> sweep.sweep(now)).ifNoItem().after(LONGEST).fail()
                    .invoke(watch::did)
                    .onFailure().recoverWithItem(failure -> {
                        // What it would have done is found by the next one, here or elsewhere.
                        watch.failed();
                        LOG.warnf("%s broke off: %s", sweep.name(), failure.toString());
                        return 0;
                    })
                    .eventually(() -> {
                        running.set(false);
                        begun.complete(null);
                    });
        }

        /** A clock that was set back, as tests do, is no reason to wait. */
        private boolean due(Instant now) {
            var before = last;
            return before == null || now.isBefore(before) || !now.isBefore(before.plus(sweep.every()));
        }
    }
}
