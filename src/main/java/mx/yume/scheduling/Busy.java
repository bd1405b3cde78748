package mx.yume.scheduling;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import mx.yume.platform.TimeRange;

/** When staff members and spots are taken, by their id, each list sorted and disjoint. Whoever is missing is free. */
public record Busy(Map<UUID, List<TimeRange>> byResource) {

    public static final Busy NOTHING = new Busy(Map.of());

    public Busy {
        byResource = Map.copyOf(byResource);
    }

    public List<Span> spans(UUID resource) {
        return byResource.getOrDefault(resource, List.of()).stream().map(Span::covering).toList();
    }

    public boolean free(UUID resource, TimeRange wanted) {
        return byResource.getOrDefault(resource, List.of()).stream().noneMatch(wanted::overlaps);
    }
}
