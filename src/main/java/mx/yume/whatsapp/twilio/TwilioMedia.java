package mx.yume.whatsapp.twilio;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.media.Fetched;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.media.MediaSource;

/**
 * Fetches what somebody sent from Twilio's Media resource, which redirects to where the file is. Our credentials go to Twilio's API
 * alone: not to another address that a webhook names, and not along with a redirect.
 */
@ApplicationScoped
public class TwilioMedia implements MediaSource {

    private static final int REDIRECTS = 3;

    private final TwilioConfig config;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    TwilioMedia(TwilioConfig config) {
        this.config = config;
    }

    @Override
    public ChannelName channel() {
        return ChannelName.TWILIO;
    }

    @Override
    public Uni<Fetched> fetch(MediaReference media) {
        var uri = uri(media.url()).filter(this::isTwilios);
        if (uri.isEmpty() || config.accountSid().isEmpty() || config.authToken().isEmpty()) {
            return Uni.createFrom().item(new Fetched.Unavailable(uri.isEmpty() ? "not Twilio's" : "no account"));
        }
        var request = HttpRequest.newBuilder(uri.get()).header("Authorization", config.credentials());
        return get(request.build(), REDIRECTS)
                .ifNoItem().after(config.mediaTimeout()).recoverWithItem(() -> new Fetched.Unavailable("no answer in time"))
                // Whatever broke, the message is answered without it.
                .onFailure().recoverWithItem(TwilioMedia::broken);
    }

    private Uni<Fetched> get(HttpRequest request, int redirects) {
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES)))
                .chain(response -> {
                    var next = redirect(response);
                    return next.isPresent() && redirects > 0
                            ? get(HttpRequest.newBuilder(next.get()).build(), redirects - 1)
                            : Uni.createFrom().item(fetched(response));
                });
    }

    private static Fetched fetched(HttpResponse<byte[]> response) {
        return response.statusCode() == 200 ? new Fetched.Media(response.body())
                : new Fetched.Unavailable("HTTP " + response.statusCode());
    }

    /** Files are on another host. Only encrypted, unless Twilio itself is not, as in tests. */
    private Optional<URI> redirect(HttpResponse<byte[]> response) {
        return response.statusCode() / 100 != 3 ? Optional.empty()
                : response.headers().firstValue("Location").flatMap(TwilioMedia::uri).map(response.uri()::resolve)
                        .filter(to -> "https".equals(to.getScheme()) || isTwilios(to));
    }

    private boolean isTwilios(URI uri) {
        var api = URI.create(config.apiUrl());
        return api.getScheme().equals(uri.getScheme()) && api.getHost().equals(uri.getHost()) && api.getPort() == uri.getPort()
                && uri.getUserInfo() == null;
    }

    private static Optional<URI> uri(String written) {
        try {
            return Optional.of(URI.create(written));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** The limit shows itself as a failure of reading. */
    private static Fetched broken(Throwable failure) {
        var cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof IOException && String.valueOf(cause.getMessage()).contains("capacity") ? new Fetched.TooLarge()
                : new Fetched.Unavailable(cause.getClass().getSimpleName());
    }
}
