package mx.yume.assistant.language;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

import mx.yume.platform.SpanishDates;
import mx.yume.platform.SpanishLists;

/**
 * Dates, times, durations and lists as customers read them in a chat. Times are written as given: bring them to the location's
 * zone first.
 */
public final class SpanishWriter {
    /** From this many months on, a date without its year would be taken for a nearer one. */
    private static final int MONTHS_THAT_NEED_A_YEAR = 10;

    private SpanishWriter() {}

    /** "viernes 15 de enero, 3:00 p.m." */
    public static String dateTime(ZonedDateTime moment) {
        return SpanishDates.dateTime(moment);
    }

    /** "viernes 15 de enero" */
    public static String date(LocalDate day) {
        return SpanishDates.date(day);
    }

    /** As {@link #date(LocalDate)}, with the year when the day is ten months or more away: "sábado 15 de enero de 2028". */
    public static String date(LocalDate day, LocalDate today) {
        long months = Math.abs(ChronoUnit.MONTHS.between(today, day));
        return months < MONTHS_THAT_NEED_A_YEAR ? date(day) : date(day) + " de " + day.getYear();
    }

    /** "3:00 p.m."; midday is "12:00 p.m." and midnight "12:00 a.m." */
    public static String time(LocalTime time) {
        return SpanishDates.time(time);
    }

    /** "hoy viernes 15 de enero", "mañana sábado 16 de enero", and any other day as {@link #date(LocalDate, LocalDate)}. */
    public static String relative(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "hoy " + date(day);
        }
        return day.equals(today.plusDays(1)) ? "mañana " + date(day) : date(day, today);
    }

    /** "hoy viernes 15 de enero, 3:00 p.m.": {@link #relative(LocalDate, LocalDate)} with the time. */
    public static String relative(ZonedDateTime moment, LocalDate today) {
        return relative(moment.toLocalDate(), today) + ", " + time(moment.toLocalTime());
    }

    /** For the row of a list, at most 24 characters: "vie 15 ene, 3:00 p.m.", "hoy, 3:00 p.m." */
    public static String shortSlot(ZonedDateTime moment, LocalDate today) {
        LocalDate day = moment.toLocalDate();
        String when = nearName(day, today,
                first3(SpanishDates.dayName(day)) + " " + day.getDayOfMonth() + " " + first3(SpanishDates.monthName(day)));
        return when + ", " + time(moment.toLocalTime());
    }

    /** For a button, at most 20 characters: "vie 15, 3:00 p.m.", "mañana, 12:30 p.m." */
    public static String time20(ZonedDateTime moment, LocalDate today) {
        LocalDate day = moment.toLocalDate();
        String when = nearName(day, today, first3(SpanishDates.dayName(day)) + " " + day.getDayOfMonth());
        return when + ", " + time(moment.toLocalTime());
    }

    /** "45 min", "2 h", "1 h 30 min"; seconds are not said. */
    public static String duration(Duration duration) {
        return SpanishDates.duration(duration);
    }

    /** "A, B y C"; "y" becomes "e" before the sound of an i: "Ana e Irma". */
    public static String list(List<String> items) {
        return SpanishLists.all(items);
    }

    /** "A, B o C"; "o" becomes "u" before the sound of an o: "siete u ocho". */
    public static String alternatives(List<String> items) {
        return SpanishLists.any(items);
    }

    private static String nearName(LocalDate day, LocalDate today, String otherwise) {
        if (day.equals(today)) {
            return "hoy";
        }
        return day.equals(today.plusDays(1)) ? "mañana" : otherwise;
    }

    private static String first3(String name) {
        return name.substring(0, 3);
    }
}
