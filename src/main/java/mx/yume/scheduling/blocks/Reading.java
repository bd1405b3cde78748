package mx.yume.scheduling.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import mx.yume.business.BreakId;
import mx.yume.business.Business;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.business.WeeklyBreak;
import mx.yume.platform.TimeRange;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Part;
import mx.yume.scheduling.blocks.BlockRefusal.EndsBeforeItStarts;
import mx.yume.scheduling.blocks.BlockRefusal.InThePast;
import mx.yume.scheduling.blocks.BlockRefusal.NoDays;
import mx.yume.scheduling.blocks.BlockRefusal.Nobody;
import mx.yume.scheduling.blocks.BlockRefusal.ReasonTooLong;
import mx.yume.scheduling.blocks.BlockRefusal.TooLong;
import mx.yume.scheduling.blocks.BlockRefusal.UnknownStaff;

/** What a request means on the calendar of the business, or why it means nothing. Pure. */
sealed interface Reading {

    /** What ends in the night of the next day is over by then; an end that is later is a slip of who asks. */
    LocalTime NIGHT_IS_OVER = LocalTime.of(6, 0);

    record Not(BlockRefusal why) implements Reading {}

    record Once(List<StaffMember> staff, TimeRange range) implements Reading {}

    /** @param breaks one for each day of the week, to be given to each of the staff */
    record EveryWeek(List<StaffMember> staff, List<WeeklyBreak> breaks) implements Reading {

        /** Whether it ever falls on a part of the visit that is not over. */
        boolean hits(Business business, Appointment appointment, Instant now) {
            return appointment.parts().stream().filter(part -> part.end().toInstant().isAfter(now))
                    .anyMatch(part -> staff.stream().filter(member -> member.id().equals(part.staff()))
                            .anyMatch(member -> hits(business, member, part)));
        }

        private boolean hits(Business business, StaffMember member, Part part) {
            var visit = new TimeRange(part.start().toInstant(), part.end().toInstant());
            return breaks.stream().anyMatch(each -> !Occurrences.of(business, member, each, visit).isEmpty());
        }
    }

    static Reading of(Business business, BlockRequest request, Instant now) {
        var staff = staff(business, request.who());
        if (request.who() instanceof Who.These these && staff.size() < these.staff().size()) {
            return new Not(new UnknownStaff());
        }
        if (staff.isEmpty()) {
            return new Not(new Nobody());
        }
        if (request.reason().codePointCount(0, request.reason().length()) > BlockRefusal.LONGEST_REASON) {
            return new Not(new ReasonTooLong());
        }
        return switch (request.when()) {
            case When.Once once -> once(business, staff, once, now);
            case When.EveryWeek weekly -> weekly(staff, weekly, request.reason(), now);
        };
    }

    static List<StaffId> ids(List<StaffMember> staff) {
        return staff.stream().map(StaffMember::id).toList();
    }

    private static List<StaffMember> staff(Business business, Who who) {
        return switch (who) {
            case Who.Everybody _ -> business.staff();
            case Who.These these -> business.staff().stream().filter(member -> these.staff().contains(member.id())).toList();
        };
    }

    private static Reading once(Business business, List<StaffMember> staff, When.Once once, Instant now) {
        return switch (Window.of(business, once, now)) {
            case Window.Not no -> new Not(no.why());
            case Window.Open open ->
                open.longerThan(BlockRefusal.MOST_DAYS) ? new Not(new TooLong()) : new Once(staff, open.range());
        };
    }

    private static Reading weekly(List<StaffMember> staff, When.EveryWeek weekly, String reason, Instant now) {
        var hours = weekly.hours();
        if (hours.opens().equals(hours.closes()) || (hours.crossesMidnight() && hours.closes().isAfter(NIGHT_IS_OVER))) {
            return new Not(new EndsBeforeItStarts());
        }
        // Somewhere it is still yesterday.
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        if (weekly.last().filter(today::isAfter).isPresent()) {
            return new Not(new InThePast());
        }
        var breaks = weekly.days().stream().sorted()
                .map(day -> new WeeklyBreak(BreakId.next(), day, hours, Window.sane(weekly.first()),
                        weekly.last().map(Window::sane), reason))
                .filter(Reading::everFalls).toList();
        return breaks.isEmpty() ? new Not(new NoDays()) : new EveryWeek(staff, breaks);
    }

    private static boolean everFalls(WeeklyBreak weekly) {
        return weekly.first().datesUntil(weekly.first().plusWeeks(1)).anyMatch(weekly::on);
    }
}
