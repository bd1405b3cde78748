package mx.yume.scheduling.time;

import java.util.Optional;

import mx.yume.business.Service;
import mx.yume.business.Spot;

/** @param start of the service, in seconds since the epoch */
public record Seated(Service service, Giver giver, Optional<Spot> spot, long start) {

    public long end() {
        return start + giver.shape().length();
    }
}
