package mx.yume.web.schedule;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;

import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.AppointmentStatus;

/** How the schedule says things. */
final class Words {

    private Words() {}

    static String status(AppointmentStatus status) {
        return switch (status) {
            case PENDING -> "Por confirmar";
            case CONFIRMED -> "Confirmada";
            case COMPLETED -> "Atendida";
            case NO_SHOW -> "No llegó";
            case CANCELLED -> "Cancelada";
        };
    }

    /** "Hoy, miércoles 13 de enero" */
    static String day(LocalDate day, LocalDate today) {
        var date = SpanishDates.date(day) + (day.getYear() == today.getYear() ? "" : " de " + day.getYear());
        return day.equals(today) ? "Hoy, " + date
                : day.equals(today.plusDays(1)) ? "Mañana, " + date
                        : date.substring(0, 1).toUpperCase(Locale.ROOT) + date.substring(1);
    }

    /** "11 al 17 de enero" */
    static String days(LocalDate first, LocalDate last) {
        var end = last.getDayOfMonth() + " de " + SpanishDates.monthName(last) + " de " + last.getYear();
        return first.getDayOfMonth() + (first.getMonth() == last.getMonth() ? "" : " de " + SpanishDates.monthName(first))
                + " al " + end;
    }

    static String time(ZonedDateTime moment) {
        return SpanishDates.time(moment.toLocalTime());
    }

    /** "10 a.m."; hours after midnight go on counting. */
    static String hour(int hour) {
        return SpanishDates.time(LocalTime.of(hour % 24, 0)).replace(":00", "");
    }
}
