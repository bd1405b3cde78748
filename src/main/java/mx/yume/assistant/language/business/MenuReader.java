package mx.yume.assistant.language.business;

import java.util.List;

/** Reads services with their prices and durations, several in a message, and corrections of a menu that was shown. */
public final class MenuReader {

    private MenuReader() {}

    /** @param knownServices names of what is on the menu already */
    public static MenuReading read(String text, List<String> knownServices) {
        return new MenuReading(List.of(), List.of());
    }
}
