package mx.yume.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Placement.Fits;

/**
 * A stretch of one resource's time that a visit takes. The parts of one visit never stand in each other's way: where the ranges
 * of the same resource touch or overlap (one's buffer, the next one's beginning), they are one.
 *
 * @param kind {@code staff} or {@code spot}
 */
public record Claim(UUID resource, String kind, TimeRange during) {

    public static final String STAFF = "staff";
    public static final String SPOT = "spot";

    private static final Comparator<Claim> IN_ORDER = Comparator.comparing(Claim::resource)
            .thenComparing(claim -> claim.during().start());

    /** Sorted by resource and start, disjoint for each resource. */
    public static List<Claim> of(Fits place) {
        var all = new ArrayList<Claim>();
        for (var seat : place.seats()) {
            seat.staffBusy().forEach(busy -> all.add(new Claim(seat.staff().id().value(), STAFF, busy)));
            seat.spot().ifPresent(spot -> all.add(new Claim(spot.id().value(), SPOT, seat.spotBusy())));
        }
        return merged(all);
    }

    /** All of one visit, in any order, made sorted by resource and start, and disjoint for each resource. */
    public static List<Claim> merged(Collection<Claim> ofOneVisit) {
        var sorted = ofOneVisit.stream().sorted(IN_ORDER).toList();
        var merged = new ArrayList<Claim>();
        for (var claim : sorted) {
            if (!merged.isEmpty() && merged.getLast().meets(claim)) {
                merged.add(merged.removeLast().and(claim));
            } else {
                merged.add(claim);
            }
        }
        return merged;
    }

    private boolean meets(Claim later) {
        return resource.equals(later.resource) && !later.during.start().isAfter(during.end());
    }

    private Claim and(Claim later) {
        var end = later.during.end().isAfter(during.end()) ? later.during.end() : during.end();
        return new Claim(resource, kind, new TimeRange(during.start(), end));
    }
}
