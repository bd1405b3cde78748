package mx.yume.scheduling.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import mx.yume.business.Business;
import mx.yume.business.Hours;
import mx.yume.business.LocationId;
import mx.yume.business.hours.HoursCheck;
import mx.yume.business.hours.HoursOutcome;
import mx.yume.scheduling.calendar.CalendarChange.DropBreak;
import mx.yume.scheduling.calendar.CalendarChange.Open;
import mx.yume.scheduling.calendar.CalendarChange.OpenAsUsual;
import mx.yume.scheduling.calendar.CalendarChange.OpenOn;
import mx.yume.scheduling.calendar.CalendarChange.OpenTogether;
import mx.yume.scheduling.calendar.CalendarChange.TakeBreaks;
import mx.yume.scheduling.calendar.CalendarChange.Work;
import mx.yume.scheduling.calendar.CalendarChange.WorkAsUsual;
import mx.yume.scheduling.calendar.CalendarChange.WorkOn;

/** What is wrong with a change whoever is booked. Pure. */
record ChangeCheck(Business business, Instant now, boolean pastMidnight) {

    Optional<HoursOutcome.Refusal> refusal(CalendarChange change) {
        return switch (change) {
            case Open(_, _, var week) -> HoursCheck.week(week, pastMidnight);
            case OpenTogether(_, _, var week) -> HoursCheck.week(week, pastMidnight);
            case OpenOn(var location, var day, var hours, var note) -> day(day, today(location), hours, note);
            case Work work -> HoursCheck.week(work.week(), pastMidnight).or(() -> elsewhere(work));
            case WorkOn(_, var day, var hours, var note) -> day(day, today(),
                    hours.values().stream().flatMap(List::stream).toList(), note);
            case TakeBreaks(var staff, var plan) -> HoursCheck.breaks(plan, staff, today(), pastMidnight);
            case OpenAsUsual _,WorkAsUsual _,DropBreak _ -> Optional.empty();
        };
    }

    private Optional<HoursOutcome.Refusal> day(LocalDate day, LocalDate today, List<Hours> hours, String note) {
        return HoursCheck.date(day, today).or(() -> HoursCheck.note(note)).or(() -> HoursCheck.day(hours, pastMidnight));
    }

    private Optional<HoursOutcome.Refusal> elsewhere(Work work) {
        return business.staffMember(work.member())
                .flatMap(member -> HoursCheck.elsewhere(business, member, work.location(), work.week()));
    }

    private LocalDate today(LocationId location) {
        return LocalDate.ofInstant(now, business.location(location).orElse(business.location()).zone());
    }

    /** Where the business is. */
    private LocalDate today() {
        return LocalDate.ofInstant(now, business.location().zone());
    }
}
