package mx.yume.conversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import mx.yume.conversation.outbox.OutboxWorker;
import mx.yume.conversation.turn.Alarm;
import mx.yume.conversation.turn.TurnWorker;
import mx.yume.conversation.turn.WorkersConfig;
import mx.yume.platform.JobWorker;
import mx.yume.platform.OutsideWorker;
import mx.yume.platform.Sweeps;

/** Starts the workers of this instance and wakes them: by the alarm for what it accepted itself, by polling for the rest. */
@ApplicationScoped
public class Workers {

    private static final Logger LOG = Logger.getLogger(Workers.class);
    /** With what HTTP takes before (quarkus.shutdown.timeout) and the database after: within 20 s. */
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(8);
    private static final Duration LONGEST_HANDING_BACK = Duration.ofSeconds(2);

    private final TurnWorker turns;
    private final JobWorker jobs;
    private final OutsideWorker outside;
    private final OutboxWorker outbox;
    private final Sweeps sweeps;
    private final Alarm alarm;
    private final WorkersConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private volatile boolean running;
    private final AtomicBoolean renewing = new AtomicBoolean();

    Workers(TurnWorker turns, JobWorker jobs, OutsideWorker outside, OutboxWorker outbox, Sweeps sweeps, Alarm alarm,
            WorkersConfig config, Clock clock, Vertx vertx) {
        this.turns = turns;
        this.jobs = jobs;
        this.outside = outside;
        this.outbox = outbox;
        this.sweeps = sweeps;
        this.alarm = alarm;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    /**
     * Works until nothing is due at the clock's now: what the clock brought about, turns, the jobs of what they did, what all that
     * wrote, and again.
     */
    public Uni<Void> settle() {
        return sweeps.run().chain(swept -> turns.loop().drain().map(answered -> swept + answered))
                .chain(answered -> jobs.loop().drain().map(worked -> answered + worked))
                .chain(done -> outside.loop().drain().map(worked -> done + worked))
                .chain(done -> outbox.loop().drain().map(sent -> done + sent))
                .chain(done -> done == 0 ? Uni.createFrom().voidItem() : settle());
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        running = true;
        alarm.listen(this::wakeAt);
        vertx.setPeriodic(config.poll().toMillis(), tick -> wake());
        vertx.setPeriodic(config.lease().toMillis() / 3, tick -> renew());
    }

    /**
     * Claims nothing more and lets what is under way end. Turns that do not are handed back, for whoever looks next; what else does not
     * is taken up when its lease has run out: whether a message was sent must be known before it is sent again.
     */
    void stop(@Observes ShutdownEvent stopping) {
        if (!running) {
            return;
        }
        running = false;
        var idle = CompletableFuture.allOf(turns.loop().stop(), jobs.loop().stop(), outside.loop().stop(),
                outbox.loop().stop(), sweeps.idle());
        try {
            idle.get(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException unfinished) {
            handBack();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void handBack() {
        try {
            int turns = this.turns.handBack().await().atMost(LONGEST_HANDING_BACK);
            LOG.infof("Stopping with work under way. Turns handed back: %d; the rest goes on when its leases have run out",
                    turns);
        } catch (RuntimeException failure) {
            LOG.warnf("Stopping with work under way, which goes on when its leases have run out: %s", failure.toString());
        }
    }

    private void wakeAt(Instant due) {
        var wait = Duration.between(clock.instant(), due).toMillis();
        if (wait < 0) {
            wake();
        } else {
            // One more: milliseconds are cut off, and a look too early finds nothing until the next poll.
            vertx.setTimer(wait + 1, tick -> wake());
        }
    }

    /**
     * On a context of its own. What asked for it may be a request, and what is opened in its context, a line to a provider for
     * instance, is closed with the HTTP server: when a stop begins, under the hands of who works with it.
     */
    private void wake() {
        if (running) {
            ((VertxInternal) vertx).createEventLoopContext().runOnContext(own -> look());
        }
    }

    private void look() {
        if (running) {
            turns.loop().wake(vertx, this::wake);
            jobs.loop().wake(vertx, this::wake);
            outside.loop().wake(vertx, this::wake);
            sweeps.wake(this::wake);
            outbox.loop().wake(vertx, Workers::nothing);
        }
    }

    /** What was sent makes nothing else due. */
    private static void nothing() {}

    /** One renewal at a time. */
    private void renew() {
        if (renewing.compareAndSet(false, true)) {
            turns.renew().ifNoItem().after(config.lease()).fail().eventually(() -> renewing.set(false)).subscribe()
                    .with(renewed -> {}, failure -> LOG.warnf("Leases could not be renewed: %s", failure.toString()));
        }
    }
}
