package mx.yume.business;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;

/** The hours of each weekday, in order; a break is the gap between two of them, a day without any is closed. */
public record WeeklyHours(Map<DayOfWeek, List<Hours>> byDay) {

    public static final WeeklyHours NONE = new WeeklyHours(Map.of());

    public WeeklyHours {
        byDay = Map.copyOf(byDay);
    }

    public List<Hours> on(DayOfWeek day) {
        return byDay.getOrDefault(day, List.of());
    }
}
