package mx.yume.identity;

import java.net.URI;
import java.time.Instant;

/**
 * Opens a session for whoever is first to use it.
 *
 * @param address to be sent to the person it is for, and written down nowhere else
 * @param expires it opens nothing from then on
 */
public record MagicLink(URI address, Instant expires) {

    /** What the button of its page sends. */
    public String token() {
        return address.getQuery().substring("t=".length());
    }

    /** So that it gets into no log by accident. */
    @Override
    public String toString() {
        return "MagicLink until " + expires;
    }
}
