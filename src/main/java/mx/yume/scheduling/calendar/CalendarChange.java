package mx.yume.scheduling.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import mx.yume.business.BreakId;
import mx.yume.business.Hours;
import mx.yume.business.LocationId;
import mx.yume.business.StaffId;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.BreakPlan;

/** What is to be different about when a business is open or somebody works there. */
public sealed interface CalendarChange {

    /**
     * Instead of the location's week there was.
     *
     * @param seenVersion of the location when whoever asks last saw it
     */
    record Open(LocationId location, int seenVersion, WeeklyHours week) implements CalendarChange {}

    /**
     * The same, and whoever worked just the hours that a weekday was open works its new ones: what an owner means by the hours of
     * the business.
     *
     * @param seenVersion of the location when whoever asks last saw it
     */
    record OpenTogether(LocationId location, int seenVersion, WeeklyHours week) implements CalendarChange {}

    /**
     * A date apart from the location's week: "cierra el lunes", "el 24 abrimos hasta las 2".
     *
     * @param hours none when closed
     * @param note why, or empty
     */
    record OpenOn(LocationId location, LocalDate day, List<Hours> hours, String note) implements CalendarChange {

        public OpenOn {
            hours = List.copyOf(hours);
        }
    }

    /** The location's date is one like any other again. */
    record OpenAsUsual(LocationId location, LocalDate day) implements CalendarChange {}

    /**
     * Instead of the staff member's week there was at a location.
     *
     * @param seenVersion of the staff member when whoever asks last saw them
     */
    record Work(StaffId member, int seenVersion, LocationId location, WeeklyHours week) implements CalendarChange {}

    /**
     * A date apart from the staff member's week, everywhere.
     *
     * @param hours by location; none on a day off
     * @param note why, or empty
     */
    record WorkOn(StaffId member, LocalDate day, Map<LocationId, List<Hours>> hours, String note) implements CalendarChange {

        public WorkOn {
            hours = Map.copyOf(hours);
        }
    }

    /** The staff member's date is one like any other again. */
    record WorkAsUsual(StaffId member, LocalDate day) implements CalendarChange {}

    /** The same break for one staff member or several, removed in one action too. */
    record TakeBreaks(Set<StaffId> staff, BreakPlan plan) implements CalendarChange {

        public TakeBreaks {
            staff = Set.copyOf(staff);
        }
    }

    /** @param all those that were made with it too */
    record DropBreak(BreakId id, boolean all) implements CalendarChange {}
}
