package mx.yume.assistant.language.business;

import java.util.Optional;

/**
 * Reads opening or working hours of a week as people write them.
 *
 * <p>What was decided where people differ: a bare opening hour from 5 to 11 is of the morning and from 12 to 4 of the afternoon; a
 * closing hour is the first such hour after it, except that a whole day is not over before noon ("de 9 a 11" closes at night, to be
 * asked back). "Hasta las 3" opens when the other days do.
 */
public final class WeekReader {

    private WeekReader() {}

    /** Empty when no hours and no closed days were said. */
    public static Optional<WeekReading> read(String text) {
        return new WeekBuilder(WeekItem.of(WeekText.words(text))).reading();
    }
}
