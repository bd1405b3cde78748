package mx.yume.assistant.language.business;

import java.util.List;
import java.util.Optional;

/** Reads who works at a business: names, phones, what they do and may do. */
public final class TeamReader {

    private TeamReader() {}

    /** Empty when nobody was named, which is not the same as being told that there is nobody. */
    public static Optional<TeamReading> read(String text, List<String> knownServices) {
        return Optional.empty();
    }
}
