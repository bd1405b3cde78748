package mx.yume.whatsapp;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import mx.yume.conversation.media.Fetched;

/** What providers' downloads have in common. */
public final class Downloads {

    private Downloads() {}

    /** Empty for what is no address. */
    public static Optional<URI> uri(String written) {
        try {
            return Optional.of(URI.create(written));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The limit of {@link java.net.http.HttpResponse.BodyHandlers#limiting} shows itself as a failure of reading. */
    public static Fetched broken(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof IOException && String.valueOf(cause.getMessage()).contains("capacity") ? new Fetched.TooLarge()
                : new Fetched.Unavailable(cause.getClass().getSimpleName());
    }
}
