package mx.yume.assistant.language.business;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import mx.yume.business.Hours;

/**
 * Days, and perhaps hours of them, that somebody is away; both days included.
 *
 * @param hours of each of those days; closing at 00:00 means until the day ends. Empty for whole days
 * @param wholeDay no hours were said, or "todo el día"
 * @param weekly every week on {@code weekdays}, from {@code from} on; {@code to} is then the first of those days too, unless an
 *            end was said
 * @param weekdays empty unless weekly
 * @param confirm people mean different things by these words: say the full dates and hours back
 */
public record SpanReading(LocalDate from, LocalDate to, Optional<Hours> hours, boolean wholeDay, boolean weekly,
        Set<DayOfWeek> weekdays, boolean confirm) {

    public SpanReading {
        weekdays = Set.copyOf(weekdays);
    }
}
