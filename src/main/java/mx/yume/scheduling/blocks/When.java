package mx.yume.scheduling.blocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;

import mx.yume.business.Hours;
import mx.yume.business.LocationId;

/** Which time, as people say it. */
public sealed interface When {

    /** Once. */
    sealed interface Once extends When {

        /** The wall clock that is meant. */
        LocationId location();
    }

    /** From one moment to another, at whatever minute. */
    record Stretch(LocationId location, LocalDateTime from, LocalDateTime to) implements Once {}

    /**
     * Whole days with all that begins in them: where a location closes after midnight, its night still belongs to the day before.
     *
     * @param last included
     */
    record WholeDays(LocationId location, LocalDate first, LocalDate last) implements Once {}

    /**
     * The same time of some days of every week, on the wall clock of the location where the person works that day.
     *
     * @param first the first day on which it can fall
     * @param last the last one, included; without it, for good
     */
    record EveryWeek(Set<DayOfWeek> days, Hours hours, LocalDate first, Optional<LocalDate> last) implements When {

        public EveryWeek {
            days = Set.copyOf(days);
        }
    }
}
