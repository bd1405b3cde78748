package mx.yume.assistant.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leaves an endpoint alone for a while after it failed several times in a row. After the rest one more failure is enough. */
final class Circuit {

    private final Clock clock;
    private final int failuresBeforeRest;
    private final Duration rest;
    private int failures;
    private Instant restsUntil = Instant.MIN;

    Circuit(Clock clock, int failuresBeforeRest, Duration rest) {
        this.clock = clock;
        this.failuresBeforeRest = failuresBeforeRest;
        this.rest = rest;
    }

    /** Whether the endpoint may be asked. The first to ask after a rest pushes the end of it on, so that only one tries. */
    synchronized boolean allows() {
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

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= failuresBeforeRest) {
            restsUntil = clock.instant().plus(rest);
        }
    }
}
