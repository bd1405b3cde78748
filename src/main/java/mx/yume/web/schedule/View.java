package mx.yume.web.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** The ways to look at the schedule. */
enum View {
    DAY("dia", "Día", 1), WEEK("semana", "Semana", 7), LIST("lista", "Lista", 7);

    private final String word;
    private final String label;
    private final int days;

    View(String word, String label, int days) {
        this.word = word;
        this.label = label;
        this.days = days;
    }

    String word() {
        return word;
    }

    String label() {
        return label;
    }

    /** How many it shows. */
    int days() {
        return days;
    }

    /** The first that it shows around a day. */
    LocalDate first(LocalDate day) {
        return this == WEEK ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    static View of(Optional<String> word) {
        return word.flatMap(it -> Arrays.stream(values()).filter(view -> view.word.equals(it)).findFirst()).orElse(DAY);
    }
}
