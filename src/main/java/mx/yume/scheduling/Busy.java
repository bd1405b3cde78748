package mx.yume.scheduling;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.yume.platform.TimeRange;
import mx.yume.scheduling.time.SpanList;
import mx.yume.scheduling.time.Spans;

/** When staff members and spots are taken, by their id, each list sorted and disjoint. Whoever is missing is free. */
public record Busy(Map<UUID, List<TimeRange>> byResource) {

    public static final Busy NOTHING = new Busy(Map.of());

    public Busy {
        byResource = Map.copyOf(byResource);
    }

    /** The same to the second. */
    public Spans spans(UUID resource) {
        var ranges = byResource.get(resource);
        return ranges == null ? Spans.NONE : SpanList.covering(ranges, ranges.size());
    }

    public boolean free(UUID resource, TimeRange wanted) {
        return byResource.getOrDefault(resource, List.of()).stream().noneMatch(wanted::overlaps);
    }
}
