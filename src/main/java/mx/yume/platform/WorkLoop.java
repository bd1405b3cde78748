package mx.yume.platform;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/**
 * Claims work and does it, many pieces at once up to a bound. A slow piece holds up only its own place.
 *
 * @param <C> a claim, unique while it is under way
 */
public final class WorkLoop<C> {

    private static final Logger LOG = Logger.getLogger(WorkLoop.class);
    /** A line that went silent must not stop the loop for as long as TCP waits. */
    private static final Duration LONGEST_CLAIM = Duration.ofSeconds(10);

    private final String name;
    private final int most;
    private final IntFunction<Uni<List<C>>> claim;
    private final Function<C, Uni<Void>> work;
    private final Set<C> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wakes = new AtomicInteger();
    /** Claims that were asked for: what they bring is under way a moment later. */
    private final AtomicInteger claiming = new AtomicInteger();
    private final AtomicReference<@Nullable CompletableFuture<Void>> stopping = new AtomicReference<>();

    /**
     * @param most pieces under way at once
     * @param claim takes at most that many pieces
     * @param work does one; what it fails with is logged, and the claim's lease runs out
     */
    public WorkLoop(String name, int most, IntFunction<Uni<List<C>>> claim, Function<C, Uni<Void>> work) {
        this.name = name;
        this.most = most;
        this.claim = claim;
        this.work = work;
    }

    public Set<C> underWay() {
        return Set.copyOf(underWay);
    }

    /** Claims nothing more; the future completes when nothing is under way, what was just being claimed included. */
    public CompletableFuture<Void> stop() {
        var idle = new CompletableFuture<Void>();
        stopping.set(idle);
        completeIfIdle();
        return idle;
    }

    /** Looks for work now, or again as soon as the present look is over. Returns at once. */
    public void wake(Vertx vertx, Runnable afterEach) {
        if (wakes.getAndIncrement() == 0) {
            vertx.runOnContext(fresh -> look(vertx, afterEach));
        }
    }

    /** Does everything that is due, waiting for it, and says how many pieces that was. */
    public Uni<Integer> drain() {
        return claimed().chain(claims -> claims.isEmpty() ? Uni.createFrom().item(0)
                : Multi.createFrom().iterable(claims).onItem().transformToUniAndMerge(this::done).collect().asList()
                        .chain(this::drain).map(more -> more + claims.size()));
    }

    private void look(Vertx vertx, Runnable afterEach) {
        int seen = wakes.get();
        claimed().subscribe().with(claims -> {
            claims.forEach(piece -> begin(vertx, piece, afterEach));
            if (!claims.isEmpty() || !wakes.compareAndSet(seen, 0)) {
                look(vertx, afterEach);
            }
        }, failure -> {
            LOG.warnf("No %s could be claimed: %s", name, failure.toString());
            wakes.set(0);
        });
    }

    /** Each on a context of its own, which keeps what log lines say of it. */
    private void begin(Vertx vertx, C piece, Runnable afterEach) {
        var shared = VertxContext.getRootContext(vertx.getOrCreateContext());
        VertxContext.createNewDuplicatedContext(shared)
                .runOnContext(own -> done(piece).subscribe().with(nothing -> shared.runOnContext(again -> {
                    afterEach.run();
                    wake(vertx, afterEach);
                })));
    }

    private Uni<List<C>> claimed() {
        return Uni.createFrom().deferred(() -> {
            claiming.incrementAndGet();
            int room = most - underWay.size();
            return room <= 0 || stopping.get() != null ? Uni.createFrom().item(List.<C>of())
                    : claim.apply(room).ifNoItem().after(LONGEST_CLAIM).fail().invoke(underWay::addAll);
        }).eventually(() -> {
            claiming.decrementAndGet();
            completeIfIdle();
        });
    }

    private Uni<Void> done(C piece) {
        return Uni.createFrom().deferred(() -> work.apply(piece))
                .onFailure().invoke(failure -> LOG.errorf(failure, "Work on one of the %s broke off", name))
                // Its lease runs out, and whoever claims it next goes on from what is stored.
                .onFailure().recoverWithNull()
                .eventually(() -> {
                    underWay.remove(piece);
                    completeIfIdle();
                });
    }

    private void completeIfIdle() {
        var idle = stopping.get();
        if (idle != null && claiming.get() == 0 && underWay.isEmpty()) {
            idle.complete(null);
        }
    }
}
