package mx.yume.web.stats;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.stats.Reports;

/** @param to included */
record Period(LocalDate from, LocalDate to) {

    private static final int DAYS = 30;

    /** Those that one tap gives. */
    enum Usual {
        WEEK("semana", "Esta semana"), MONTH("mes", "Este mes"), THIRTY("30", "30 días");

        private final String word;
        private final String label;

        Usual(String word, String label) {
            this.word = word;
            this.label = label;
        }

        String word() {
            return word;
        }

        String label() {
            return label;
        }

        /** Of which a day is; weeks begin on Mondays. */
        Period around(LocalDate today) {
            return switch (this) {
                case WEEK -> {
                    var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    yield new Period(monday, monday.plusDays(6));
                }
                case MONTH -> new Period(today.withDayOfMonth(1), today.with(TemporalAdjusters.lastDayOfMonth()));
                case THIRTY -> new Period(today.minusDays(DAYS - 1L), today);
            };
        }

        static Optional<Usual> of(String word) {
            for (var usual : values()) {
                if (usual.word.equals(word)) {
                    return Optional.of(usual);
                }
            }
            return Optional.empty();
        }
    }

    /** A day as fields of dates give it; empty for what is none, and for what is centuries away. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Why there are no figures of it; empty when there are. */
    String problem() {
        if (to.isBefore(from)) {
            return "El periodo termina antes de empezar: cambia una de las dos fechas.";
        }
        return from.plusDays(Reports.LONGEST - 1L).isBefore(to) ? "El periodo puede ser de un año a lo más." : "";
    }

    /** "del viernes 1 de enero al domingo 31 de enero" */
    String words() {
        var years = from.getYear() == to.getYear() ? "" : " de " + from.getYear();
        return from.equals(to) ? "el " + SpanishDates.date(from)
                : "del " + SpanishDates.date(from) + years + " al " + SpanishDates.date(to) + " de " + to.getYear();
    }
}
