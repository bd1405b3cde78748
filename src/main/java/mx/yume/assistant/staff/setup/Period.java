package mx.yume.assistant.staff.setup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A stretch of days that somebody asks about; both included. */
@RegisterForReflection
record Period(LocalDate from, LocalDate to) {

    private static final List<String> MONTHS = List.of("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
            "septiembre", "octubre", "noviembre", "diciembre");
    private static final Pattern LAST_WEEK = Pattern.compile("\\b(?:semana pasada|ultima semana)\\b");
    private static final Pattern LAST_MONTH = Pattern.compile("\\b(?:mes pasado|ultimo mes)\\b");

    static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** @param words without accents or capitals */
    static Optional<Period> in(String words, LocalDate today) {
        if (words.contains("antier") || words.contains("ayer")) {
            var day = today.minusDays(words.contains("antier") ? 2 : 1);
            return Optional.of(new Period(day, day));
        }
        if (LAST_WEEK.matcher(words).find()) {
            return Optional.of(week(today.minusWeeks(1)));
        }
        if (LAST_MONTH.matcher(words).find()) {
            return Optional.of(month(YearMonth.from(today).minusMonths(1)));
        }
        if (words.contains("semana")) {
            return Optional.of(week(today));
        }
        if (words.contains("mes")) {
            return Optional.of(month(YearMonth.from(today)));
        }
        if (words.matches(".*\\b(?:este ano|en el ano|este año|en el año)\\b.*")) {
            return Optional.of(new Period(today.with(TemporalAdjusters.firstDayOfYear()),
                    today.with(TemporalAdjusters.lastDayOfYear())));
        }
        return words.contains("hoy") ? Optional.of(new Period(today, today)) : named(words, today);
    }

    private static Period week(LocalDate day) {
        var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Period(monday, monday.plusDays(6));
    }

    /** The last such month that has begun. */
    private static Optional<Period> named(String words, LocalDate today) {
        return MONTHS.stream().filter(name -> words.matches(".*\\b" + name + "\\b.*")).findFirst().map(name -> {
            var month = YearMonth.of(today.getYear(), Month.of(MONTHS.indexOf(name) + 1));
            return month(month.atDay(1).isAfter(today) ? month.minusYears(1) : month);
        });
    }
}
