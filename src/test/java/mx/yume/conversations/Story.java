package mx.yume.conversations;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import mx.yume.conversation.InboundKind;

/**
 * One file: who says what, what must be answered, and what is in the books at the end.
 *
 * @param name of the file, without its ending
 * @param without the modes it does not apply to, each with the reason
 */
record Story(String name, String title, Map<Mode, String> without, List<Scene> scenes, List<Entry> ending) {

    /** Who answers. */
    enum Mode {
        GUIDED("guiada"), MODEL("modelo"), MODEL_FIRST("modelo primero, luego se turnan"), GUIDED_FIRST(
                "guiada primero, luego se turnan");

        private final String spanish;

        Mode(String spanish) {
            this.spanish = spanish;
        }

        String spanish() {
            return spanish;
        }

        /** @param turn the first is 0 */
        boolean modelAnswers(int turn) {
            return switch (this) {
                case GUIDED -> false;
                case MODEL -> true;
                case MODEL_FIRST -> turn % 2 == 0;
                case GUIDED_FIRST -> turn % 2 == 1;
            };
        }

        boolean alternates() {
            return this == MODEL_FIRST || this == GUIDED_FIRST;
        }
    }

    /** What happens on one line of the file, the first being 1. */
    sealed interface Scene {

        int line();
    }

    /**
     * Somebody sends something.
     *
     * @param to whose number; Salón Lupita's without it
     * @param tap a title to tap instead of a text
     * @param goesOn more of the burst follows: no answer yet
     */
    record Says(int line, String who, Optional<String> to, InboundKind kind, String body, boolean tap, boolean goesOn,
            List<Entry> expected) implements Scene {

        /** What the model answers in this turn, in order. */
        List<Entry> model() {
            return expected.stream().filter(entry -> entry.key().startsWith("modelo")).toList();
        }

        List<Entry> all(String key) {
            return expected.stream().filter(entry -> entry.key().equals(key)).toList();
        }

        boolean has(String key) {
            return !all(key).isEmpty();
        }
    }

    /** Something that happens, in parentheses. */
    record Happens(int line, String what, String details) implements Scene {}

    /** A line of what is expected. */
    record Entry(int line, String key, String value) {}
}
