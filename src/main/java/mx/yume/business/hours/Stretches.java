package mx.yume.business.hours;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;

/** Hours on their way into a table: as arrays, one statement takes any number of them, none included. */
final class Stretches {

    private final List<Short> weekdays = new ArrayList<>();
    private final List<LocalTime> opens = new ArrayList<>();
    private final List<LocalTime> closes = new ArrayList<>();

    static Stretches of(WeeklyHours week) {
        var stretches = new Stretches();
        for (var day : DayOfWeek.values()) {
            week.on(day).forEach(hours -> stretches.add(day, hours));
        }
        return stretches;
    }

    /** Without weekdays. */
    static Stretches of(List<Hours> day) {
        var stretches = new Stretches();
        day.forEach(stretches::add);
        return stretches;
    }

    private void add(DayOfWeek day, Hours hours) {
        weekdays.add((short) day.getValue());
        add(hours);
    }

    private void add(Hours hours) {
        opens.add(hours.opens());
        closes.add(hours.closes());
    }

    Short[] weekdays() {
        return weekdays.toArray(Short[]::new);
    }

    LocalTime[] opens() {
        return opens.toArray(LocalTime[]::new);
    }

    LocalTime[] closes() {
        return closes.toArray(LocalTime[]::new);
    }
}
