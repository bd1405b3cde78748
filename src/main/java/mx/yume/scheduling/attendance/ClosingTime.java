package mx.yume.scheduling.attendance;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Sweeps every hour, on every instance: what one has closed the others do not find. */
@ApplicationScoped
class ClosingTime {

    private static final Logger LOG = Logger.getLogger(ClosingTime.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Closing closing;
    private final Clock clock;
    private final Vertx vertx;

    ClosingTime(Closing closing, Clock clock, Vertx vertx) {
        this.closing = closing;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent started) {
        vertx.setPeriodic(EVERY.toMillis(), tick -> closing.sweep(clock.instant()).subscribe().with(
                closed -> LOG.debugf("Closed %d visits", closed),
                failure -> LOG.warn("Visits are closed an hour later", failure)));
    }
}
