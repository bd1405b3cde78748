package mx.yume.assistant.language.business;

import java.util.Optional;

/** Reads opening or working hours of a week as people write them. */
public final class WeekReader {

    private WeekReader() {}

    /** Empty when no hours and no closed days were said. */
    public static Optional<WeekReading> read(String text) {
        return Optional.empty();
    }
}
