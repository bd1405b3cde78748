package mx.yume.assistant.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Days counted from today, never before it but for a date said with its year. Weeks go from Monday to Sunday.
 *
 * @param today where the business is
 */
record Calendar(LocalDate today) {
    private static final int NEAREST_OF_NEXT = 2;
    private static final int MONTHS_TO_LOOK_IN = 12;

    /** Today counts. */
    LocalDate coming(DayOfWeek day) {
        return today.with(TemporalAdjusters.nextOrSame(day));
    }

    /** "el próximo viernes": two days away or more, since for nearer ones people say "hoy" or "mañana". */
    LocalDate next(DayOfWeek day) {
        return today.plusDays(NEAREST_OF_NEXT).with(TemporalAdjusters.nextOrSame(day));
    }

    LocalDate ofNextWeek(DayOfWeek day) {
        return sunday().plusDays(day.getValue());
    }

    /** The last such weekday of this month, or of the next when it is past. */
    LocalDate lastOfMonth(DayOfWeek day) {
        LocalDate last = today.with(TemporalAdjusters.lastInMonth(day));
        return last.isBefore(today) ? today.plusMonths(1).with(TemporalAdjusters.lastInMonth(day)) : last;
    }

    LocalDate sunday() {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** "el 31": in the first month that has it and where it is not past. */
    Optional<LocalDate> dayOfMonth(int day) {
        return monthsAhead(YearMonth.from(today), 1, day);
    }

    /** "15 de enero": this year's, or the next when it is past. A 29 February that neither has is nobody's day. */
    Optional<LocalDate> date(int day, int month) {
        return month < 1 || month > MONTHS_TO_LOOK_IN ? Optional.empty()
                : monthsAhead(YearMonth.of(today.getYear(), month), MONTHS_TO_LOOK_IN, day);
    }

    Optional<LocalDate> date(int day, int month, int year) {
        try {
            return Optional.of(LocalDate.of(year < 100 ? 2000 + year : year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** The 15th or the last of the month, whichever is next; people are paid on them. */
    LocalDate payday() {
        return today.getDayOfMonth() <= 15 ? today.withDayOfMonth(15) : today.with(TemporalAdjusters.lastDayOfMonth());
    }

    private Optional<LocalDate> monthsAhead(YearMonth first, int step, int day) {
        for (int months = 0; months <= MONTHS_TO_LOOK_IN; months += step) {
            YearMonth month = first.plusMonths(months);
            if (day >= 1 && month.isValidDay(day) && !month.atDay(day).isBefore(today)) {
                return Optional.of(month.atDay(day));
            }
        }
        return Optional.empty();
    }
}
