package mx.yume.notifications;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as Mexicans read them: "viernes 15 de enero, 3:00 p.m.". */
final class NoticeDates {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d 'de' MMMM, h:mm",
            Locale.forLanguageTag("es-MX"));

    private NoticeDates() {}

    static String written(ZonedDateTime time) {
        return DAY.format(time) + (time.getHour() < 12 ? " a.m." : " p.m.");
    }
}
