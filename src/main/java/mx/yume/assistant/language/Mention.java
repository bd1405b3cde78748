package mx.yume.assistant.language;

import java.util.List;

/**
 * Something named in a message.
 *
 * @param candidates what it may mean; one is certain, several are a question to ask, never none
 */
public record Mention<T>(List<T> candidates) {

    public Mention {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("A mention means something");
        }
    }

    public boolean certain() {
        return candidates.size() == 1;
    }
}
