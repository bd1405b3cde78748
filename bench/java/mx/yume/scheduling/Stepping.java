package mx.yume.scheduling;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;

/**
 * Availability as one would write it first, to compare the arithmetic with: steps through each day on the wall clock and asks of
 * every cell whether the place is open, the person works and none of their visits of that day is in the way.
 *
 * @param visits by person and day; those of a day in any order
 */
record Stepping(Location location, ZonedDateTime earliest, Map<StaffId, Map<LocalDate, List<Visit>>> visits) {

    record Visit(ZonedDateTime start, ZonedDateTime end) {}

    /** Every cell at which something of this length can begin, in order. */
    void starts(StaffMember member, Duration length, LocalDate first, LocalDate last, Consumer<ZonedDateTime> found) {
        for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
            var cell = day.atStartOfDay(location.zone());
            while (cell.toLocalDate().equals(day)) {
                if (fits(member, day, cell, cell.plus(length))) {
                    found.accept(cell);
                }
                cell = cell.plus(location.grid());
            }
        }
    }

    private boolean fits(StaffMember member, LocalDate day, ZonedDateTime start, ZonedDateTime end) {
        return !start.isBefore(earliest)
                && within(location.hoursOn(day), day, start, end)
                && within(member.hoursOn(day, location.id()), day, start, end)
                && visits.getOrDefault(member.id(), Map.of()).getOrDefault(day, List.of()).stream()
                        .noneMatch(visit -> start.isBefore(visit.end()) && visit.start().isBefore(end));
    }

    private boolean within(List<Hours> hours, LocalDate day, ZonedDateTime start, ZonedDateTime end) {
        return hours.stream().anyMatch(stretch -> !start.isBefore(day.atTime(stretch.opens()).atZone(location.zone()))
                && !end.isAfter(day.atTime(stretch.closes()).atZone(location.zone())));
    }
}
