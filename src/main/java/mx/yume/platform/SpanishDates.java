package mx.yume.platform;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Days and times of day as Mexicans write them: day before month, 12-hour clock. The words are constants, so what people read
 * never depends on the locale of the machine. Times are written as given: bring them to the location's zone first.
 */
public final class SpanishDates {

    private static final List<String> DAYS = List.of("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo");
    private static final List<String> MONTHS = List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre", "octubre", "noviembre", "diciembre");

    private static final long MINUTES_AN_HOUR = 60;
    private static final long MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    private SpanishDates() {}

    /** "viernes 15 de enero, 3:00 p.m." */
    public static String dateTime(ZonedDateTime moment) {
        return date(moment.toLocalDate()) + ", " + time(moment.toLocalTime());
    }

    /**
     * For somebody who lives by the clocks of another zone: "viernes 15 de enero, 3:00 p.m. (hora de Tijuana)" where theirs show
     * something else at that moment, and without the place where both agree. The clock is always that of the moment's own zone,
     * where the visit is.
     */
    public static String dateTime(ZonedDateTime moment, ZoneId reader) {
        var alike = reader.getRules().getOffset(moment.toInstant()).equals(moment.getOffset());
        return alike ? dateTime(moment) : dateTime(moment) + " (" + ZoneNames.of(moment.getZone()) + ")";
    }

    /** "viernes 15 de enero" */
    public static String date(LocalDate day) {
        return dayName(day) + " " + day.getDayOfMonth() + " de " + monthName(day);
    }

    /** "3:00 p.m."; midday is "12:00 p.m." and midnight "12:00 a.m." */
    public static String time(LocalTime time) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return hour + (time.getMinute() < 10 ? ":0" : ":") + time.getMinute() + (time.getHour() < 12 ? " a.m." : " p.m.");
    }

    /** "45 min", "1 h", "1 h 30 min", "2 días" */
    public static String duration(Duration length) {
        long minutes = length.toMinutes();
        if (minutes >= MINUTES_A_DAY && minutes % MINUTES_A_DAY == 0) {
            return minutes == MINUTES_A_DAY ? "1 día" : minutes / MINUTES_A_DAY + " días";
        }
        if (minutes < MINUTES_AN_HOUR) {
            return minutes + " min";
        }
        long rest = minutes % MINUTES_AN_HOUR;
        return minutes / MINUTES_AN_HOUR + " h" + (rest == 0 ? "" : " " + rest + " min");
    }

    /** "viernes" */
    public static String dayName(LocalDate day) {
        return DAYS.get(day.getDayOfWeek().getValue() - 1);
    }

    /** "enero" */
    public static String monthName(LocalDate day) {
        return MONTHS.get(day.getMonthValue() - 1);
    }
}
