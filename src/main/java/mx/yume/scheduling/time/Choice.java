package mx.yume.scheduling.time;

import java.util.List;
import java.util.Optional;

import mx.yume.business.Service;
import mx.yume.business.Spot;
import mx.yume.business.SpotId;

/**
 * One service of a visit and all that could give it.
 *
 * @param givers in the owner's order, never empty
 * @param spots of the kind it needs, in the owner's order; never empty when it needs one, and empty when it needs none
 * @param now where it is given now, to stay there if that is free
 */
public record Choice(Service service, List<Giver> givers, List<Spot> spots, Optional<SpotId> now) {

    public Choice {
        givers = List.copyOf(givers);
        spots = List.copyOf(spots);
    }

    boolean needsSpot() {
        return service.spotKind().isPresent();
    }

    /** Services of one category, or of none, are never given at once. */
    boolean mayGoBeside(Choice other) {
        return service.category().isPresent() && other.service.category().isPresent()
                && !service.category().equals(other.service.category());
    }
}
