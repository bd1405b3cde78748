package mx.yume.testing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;

/** Hours as one says them: {@code "09:00-14:00"}. */
public final class WallClock {

    private WallClock() {}

    public static Hours hours(String stretch) {
        return new Hours(LocalTime.parse(stretch.substring(0, stretch.indexOf('-'))),
                LocalTime.parse(stretch.substring(stretch.indexOf('-') + 1)));
    }

    public static List<Hours> day(String... stretches) {
        return Arrays.stream(stretches).map(WallClock::hours).toList();
    }

    public static WeeklyHours daily(String... stretches) {
        return on(EnumSet.allOf(DayOfWeek.class), stretches);
    }

    public static WeeklyHours on(Set<DayOfWeek> days, String... stretches) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        days.forEach(day -> week.put(day, day(stretches)));
        return new WeeklyHours(week);
    }
}
