package mx.yume.business;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dates that differ from the week: other hours, in order, or none when closed. They replace that weekday's hours whole. */
public record SpecialDays(Map<LocalDate, List<Hours>> byDate) {

    public static final SpecialDays NONE = new SpecialDays(Map.of());

    public SpecialDays {
        byDate = Map.copyOf(byDate);
    }

    /** The hours of that date; an empty list when closed; empty when it is a day like any other. */
    public Optional<List<Hours>> on(LocalDate day) {
        return Optional.ofNullable(byDate.get(day));
    }
}
