package mx.yume.assistant.language;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Days counted from today; only days that are said as past ones, and dates, may come before it. Weeks go from Monday to Sunday.
 *
 * @param today where the business is
 * @param weekendOver it is the weekend and the business does not open again before Monday
 */
record Calendar(LocalDate today, boolean weekendOver) {
    private static final int NEAREST_OF_NEXT = 2;
    private static final int MONTHS_TO_LOOK_IN = 12;
    private static final int MONTHS_JUST_PAST = 3;

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
        return monthsAhead(YearMonth.from(today), day);
    }

    /** "15 de enero": this year's, even when it is just past, or else the next. A 29 February of a common year is nobody's day. */
    Optional<LocalDate> date(int day, int month) {
        if (month < 1 || month > MONTHS_TO_LOOK_IN || day < 1) {
            return Optional.empty();
        }
        YearMonth named = YearMonth.of(today.getYear(), month);
        boolean longPast = named.isBefore(YearMonth.from(today)) && !(named.isValidDay(day)
                && named.atDay(day).isAfter(today.minusMonths(MONTHS_JUST_PAST)));
        YearMonth meant = longPast ? named.plusYears(1) : named;
        return meant.isValidDay(day) ? Optional.of(meant.atDay(day)) : Optional.empty();
    }

    /** The first of a month that is not over. */
    LocalDate month(int month) {
        LocalDate first = LocalDate.of(today.getYear(), month, 1);
        return month < today.getMonthValue() ? first.plusYears(1) : first;
    }

    /** What is left of a stretch that is under way begins today; one that is past stays as it was. */
    LocalDate leftOf(LocalDate first, LocalDate last) {
        return first.isBefore(today) && !last.isBefore(today) ? today : first;
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

    private Optional<LocalDate> monthsAhead(YearMonth first, int day) {
        for (int months = 0; months <= MONTHS_TO_LOOK_IN; months++) {
            YearMonth month = first.plusMonths(months);
            if (day >= 1 && month.isValidDay(day) && !month.atDay(day).isBefore(today)) {
                return Optional.of(month.atDay(day));
            }
        }
        return Optional.empty();
    }
}
