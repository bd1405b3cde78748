package mx.yume.assistant.model.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leaves an endpoint alone for a while after it failed several times in a row. After the rest one more failure is enough. */
public final class Circuit {

    private final Clock clock;
    private final int failuresBeforeRest;
    private final Duration rest;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    public Circuit(Clock clock, int failuresBeforeRest, Duration rest) {
        this.clock = clock;
        this.failuresBeforeRest = failuresBeforeRest;
        this.rest = rest;
    }

    /** Whether the endpoint may be asked. The first to ask after a rest pushes the end of it on, so that only one tries. */
    public synchronized boolean allows() {
        if (failures < failuresBeforeRest) {
            return true;
        }
        var now = clock.instant();
        if (now.isBefore(restsUntil)) {
            return false;
        }
        restsUntil = now.plus(rest);
        return true;
    }

    public synchronized void succeeded() {
        failures = 0;
    }

    public synchronized void failed() {
        failures++;
        if (failures >= failuresBeforeRest) {
            restsUntil = clock.instant().plus(rest);
        }
    }
}
