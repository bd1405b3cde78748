package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads sets of weekdays: "lunes y miércoles", "de martes a sábado", "cualquier día excepto sábado". */
public final class Weekdays {
    private static final List<String> NAMES = List.of("lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo");

    private Weekdays() {}

    /** Empty when none is named. */
    public static Set<DayOfWeek> read(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Piece piece : Piece.of(text)) {
            int day = NAMES.indexOf(piece.word());
            if (day >= 0) {
                days.add(DayOfWeek.of(day + 1));
            }
        }
        return days;
    }
}
