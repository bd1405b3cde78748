package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/** Reads sets of weekdays: "lunes y miércoles", "de martes a sábado", "cualquier día excepto sábado". */
public final class Weekdays {

    private Weekdays() {}

    /** Empty when none is named; of days that are only excepted all others are meant. */
    public static Set<DayOfWeek> read(String text) {
        Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
        Set<DayOfWeek> excepted = EnumSet.noneOf(DayOfWeek.class);
        boolean excepting = false;
        for (WeekItem item : WeekItem.of(WeekText.words(text))) {
            excepting |= item instanceof WeekItem.Except;
            if (item instanceof WeekItem.Days(var days, _)) {
                (excepting ? excepted : named).addAll(days);
            }
        }
        Set<DayOfWeek> base = named.isEmpty() && !excepted.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : named;
        base.removeAll(excepted);
        return base;
    }
}
