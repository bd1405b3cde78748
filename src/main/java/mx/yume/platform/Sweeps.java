package mx.yume.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

/** Everything that is done every so often, by business time. */
@ApplicationScoped
public class Sweeps {

    private static final Logger LOG = Logger.getLogger(Sweeps.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final List<Sweep> all;
    private final Clock clock;
    private final Map<Sweep, Instant> last = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();

    Sweeps(@All List<Sweep> all, Clock clock) {
        this.all = List.copyOf(all);
        this.clock = clock;
    }

    /** Runs those whose time has come, one after the other; at first all. One that fails is tried again the next time. */
    public Uni<Integer> run() {
        var now = clock.instant();
        Uni<Integer> done = Uni.createFrom().item(0);
        for (var sweep : all.stream().filter(it -> due(it, now)).toList()) {
            last.put(sweep, now);
            done = done.chain(before -> sweep.sweep(now).ifNoItem().after(LONGEST).fail().map(more -> before + more)
                    .onFailure().recoverWithItem(failure -> {
                        // What it would have done is found by the next one, here or elsewhere.
                        LOG.warnf("%s broke off: %s", sweep.getClass().getSimpleName(), failure.toString());
                        return before;
                    }));
        }
        return done;
    }

    /** As {@link #run}, unless it is under way; returns at once. */
    public void wake(Runnable afterwards) {
        if (running.compareAndSet(false, true)) {
            run().eventually(() -> running.set(false)).subscribe().with(done -> {
                if (done > 0) {
                    afterwards.run();
                }
            }, failure -> LOG.warn("Sweeps broke off", failure));
        }
    }

    /** A clock that was set back, as tests do, is no reason to wait. */
    private boolean due(Sweep sweep, Instant now) {
        var before = last.get(sweep);
        return before == null || now.isBefore(before) || !now.isBefore(before.plus(sweep.every()));
    }
}
