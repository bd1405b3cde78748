package mx.yume.assistant.language;

import java.time.LocalDate;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A day, or several in a row, in the business's calendar, both included.
 *
 * @param confirm people mean different days by these words ("el próximo viernes", "de hoy en ocho"): say the full date back
 */
@RegisterForReflection
public record DayReading(LocalDate from, LocalDate to, boolean confirm) {

    public static DayReading of(LocalDate day) {
        return new DayReading(day, day, false);
    }
}
