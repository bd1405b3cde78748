package mx.yume.web.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.business.Hours;
import mx.yume.business.WeeklyHours;
import mx.yume.business.hours.HoursCheck;

/**
 * What the rows of a form mean.
 *
 * @param hours by day, as the form numbers them
 * @param errors sentences, by day; none when all of it can be read
 */
public record HoursTyped(Map<Integer, List<Hours>> hours, Map<Integer, String> errors) {

    /** The day of a form that has but one. */
    public static final int ONE = 0;

    private static final String HALF = "Escribe a qué hora empieza y a qué hora termina.";

    public HoursTyped {
        hours = Map.copyOf(hours);
        errors = Map.copyOf(errors);
    }

    public static HoursTyped of(HoursForm form) {
        var hours = new HashMap<Integer, List<Hours>>();
        var errors = new HashMap<Integer, String>();
        for (var row : form.rows()) {
            var day = day(row.day());
            var stretch = stretch(row);
            if (day.isPresent() && stretch.isPresent()) {
                hours.computeIfAbsent(day.get(), _ -> new ArrayList<>()).add(stretch.get());
            } else {
                errors.put(day.orElse(ONE), HALF);
            }
        }
        hours.forEach((day, stretches) -> HoursCheck.day(sorted(stretches), true)
                .ifPresent(why -> errors.putIfAbsent(day, why.sentence())));
        hours.replaceAll((_, stretches) -> sorted(stretches));
        return new HoursTyped(hours, errors);
    }

    public boolean good() {
        return errors.isEmpty();
    }

    /** Days without any are closed. */
    public WeeklyHours week() {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        hours.forEach((day, stretches) -> {
            if (day != ONE) {
                week.put(DayOfWeek.of(day), stretches);
            }
        });
        return new WeeklyHours(week);
    }

    /** Of a form that has but one day. */
    public List<Hours> day() {
        return hours.getOrDefault(ONE, List.of());
    }

    private static List<Hours> sorted(List<Hours> stretches) {
        return stretches.stream().sorted((one, other) -> one.opens().compareTo(other.opens())).toList();
    }

    private static Optional<Integer> day(String typed) {
        return typed.matches("[0-7]") ? Optional.of(Integer.parseInt(typed)) : Optional.empty();
    }

    private static Optional<Hours> stretch(HoursForm.Typed row) {
        return time(row.opens()).flatMap(opens -> time(row.closes()).map(closes -> new Hours(opens, closes)));
    }

    /** As a browser writes it; empty for what is none. */
    public static Optional<LocalTime> time(String typed) {
        try {
            return Optional.of(LocalTime.parse(typed));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
