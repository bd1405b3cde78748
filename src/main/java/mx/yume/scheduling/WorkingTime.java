package mx.yume.scheduling;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import mx.yume.business.Hours;
import mx.yume.business.Location;
import mx.yume.business.StaffMember;

/**
 * When somebody works at a location: its hours and theirs at once, breaks left out. Hours that touch are one stretch, midnight
 * included. A wall-clock time that happens twice is taken the first time; one that is skipped is the moment of the jump.
 */
final class WorkingTime {

    private WorkingTime() {}

    /** From hours of the day before {@code first}, which may cross midnight, to those of the day after {@code last}. */
    static List<Span> of(Location location, StaffMember member, LocalDate first, LocalDate last) {
        return Span.intersection(spans(location::hoursOn, location.zone(), first, last),
                spans(day -> member.hoursOn(day, location.id()), location.zone(), first, last));
    }

    private static List<Span> spans(Function<LocalDate, List<Hours>> calendar, ZoneId zone, LocalDate first, LocalDate last) {
        var spans = new ArrayList<Span>();
        for (var day = first.minusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            for (var hours : calendar.apply(day)) {
                long opens = second(day.atTime(hours.opens()), zone);
                long closes = second((hours.crossesMidnight() ? day.plusDays(1) : day).atTime(hours.closes()), zone);
                if (opens < closes) {
                    spans.add(new Span(opens, closes));
                }
            }
        }
        return Span.union(spans);
    }

    private static long second(LocalDateTime wallClock, ZoneId zone) {
        var rules = zone.getRules();
        var transition = rules.getTransition(wallClock);
        return transition != null && transition.isGap()
                ? transition.toEpochSecond()
                : wallClock.toEpochSecond(rules.getOffset(wallClock));
    }
}
