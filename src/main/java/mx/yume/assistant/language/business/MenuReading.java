package mx.yume.assistant.language.business;

import java.util.List;

/**
 * What a message says about a menu. Both empty: nothing about it was understood.
 *
 * @param lines what to add, or to correct where {@link ServiceLine#known()} tells which, in the order said
 * @param removed what to take off: the names on the menu where they are known, as said otherwise
 */
public record MenuReading(List<ServiceLine> lines, List<String> removed) {

    public MenuReading {
        lines = List.copyOf(lines);
        removed = List.copyOf(removed);
    }

    public boolean understood() {
        return !lines.isEmpty() || !removed.isEmpty();
    }
}
