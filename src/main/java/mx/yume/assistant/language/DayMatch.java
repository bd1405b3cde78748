package mx.yume.assistant.language;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.regex.Matcher;

/** Words that name a day, and the calendar they are about. */
record DayMatch(Matcher found, Calendar calendar) {

    boolean has(String group) {
        return found.namedGroups().containsKey(group) && found.group(group) != null;
    }

    /** "un", "una" and "primero" are 1. */
    int number(String group) {
        String digits = found.group(group);
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 1;
    }

    int day() {
        return number("day");
    }

    int month() {
        return DayWords.MONTHS.indexOf(found.group("month")) + 1;
    }

    DayOfWeek weekday() {
        return DayOfWeek.of(DayWords.WEEKDAYS.indexOf(found.group(has("after") ? "after" : "dow")) + 1);
    }

    LocalDate today() {
        return calendar.today();
    }
}
