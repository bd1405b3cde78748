package mx.yume.platform.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Those outside that Yume asks: the model, the providers. What is known of each comes from the last calls of this instance, so that
 * nobody is called only to be looked at: {@code yume.neighbour.degraded}.
 */
@ApplicationScoped
public class Neighbours {

    /** So many in a row that nothing else explains it. */
    private static final int FAILURES = 3;
    /** What happened longer ago says nothing of now. */
    private static final Duration RECENT = Duration.ofMinutes(15);

    /** As far as the last calls tell. */
    public enum State {
        /** Not called, or not lately. */
        UNKNOWN,
        /** The last call was answered, or too few in a row failed. */
        ANSWERING,
        /** The last three calls or more failed; Yume goes on without it as far as it can. */
        DEGRADED
    }

    private final MeterRegistry registry;
    private final Clock clock;
    private final ConcurrentSkipListMap<String, Neighbour> all = new ConcurrentSkipListMap<>();

    Neighbours(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** @param name in small letters, of one of a few: it is a label of metrics */
    public Neighbour of(String name) {
        return all.computeIfAbsent(name, Neighbour::new);
    }

    public Collection<Neighbour> all() {
        return List.copyOf(all.values());
    }

    /** One of them, as its callers tell. */
    public final class Neighbour {

        private final String name;
        private int failures;
        private Instant last = Instant.MIN;

        private Neighbour(String name) {
            this.name = name;
            Gauge.builder("yume.neighbour.degraded", this, it -> it.state() == State.DEGRADED ? 1 : 0)
                    .description("1 while the last three calls or more of this instance to it failed").tag("neighbour", name)
                    .strongReference(true).register(registry);
        }

        public String name() {
            return name;
        }

        /** It answered, be it with a no. */
        public synchronized void answered() {
            failures = 0;
            last = clock.instant();
        }

        /** It was asked and did nothing: no connection, no answer in time, an error of its own, too busy, or nobody knows its keys. */
        public synchronized void failed() {
            failures++;
            last = clock.instant();
        }

        public synchronized State state() {
            if (last.equals(Instant.MIN) || clock.instant().isAfter(last.plus(RECENT))) {
                return State.UNKNOWN;
            }
            return failures < FAILURES ? State.ANSWERING : State.DEGRADED;
        }
    }
}
