package mx.yume.assistant.language.business;

import java.util.List;

/**
 * The people named for a team.
 *
 * @param lines empty for "yo nada más": nobody else works there
 */
public record TeamReading(List<TeamLine> lines) {

    public TeamReading {
        lines = List.copyOf(lines);
    }

    /** It was said that nobody is to be added. */
    public boolean nobody() {
        return lines.isEmpty();
    }
}
