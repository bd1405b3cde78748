package mx.yume.assistant.staff.day.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.day.Visits;

/** Which days of the schedule are asked for. Pure. */
final class ScheduleWords {

    private static final Pattern WEEK = Pattern.compile("\\bsemana\\b");
    private static final Pattern NEXT = Pattern.compile("\\b(?:proxima|siguiente|que (?:entra|viene|sigue))\\b");

    private ScheduleWords() {}

    static ScheduleOrder order(StaffAsking asking, Optional<UUID> staff) {
        var days = days(asking);
        return new ScheduleOrder(days.map(DayReading::from), days.map(DayReading::to), staff);
    }

    private static Optional<DayReading> days(StaffAsking asking) {
        var read = asking.said().stream().flatMap(said -> said.reading().day().stream()).reduce((earlier, later) -> later);
        return read.or(() -> WEEK.matcher(Plain.of(asking.words())).find() ? Optional.of(week(asking)) : Optional.empty());
    }

    /** Until Sunday, or from Monday to Sunday. */
    private static DayReading week(StaffAsking asking) {
        LocalDate today = Visits.today(asking);
        var first = NEXT.matcher(Plain.of(asking.words())).find() ? today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : today;
        return new DayReading(first, first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), false);
    }
}
