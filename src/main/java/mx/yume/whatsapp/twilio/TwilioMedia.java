package mx.yume.whatsapp.twilio;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.media.Fetched;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.media.MediaSource;
import mx.yume.whatsapp.Downloads;

/**
 * Fetches what somebody sent from Twilio's Media resource, which redirects to where the file is. Credentials go to Twilio's API
 * alone: not to another address that a webhook names, and not along with a redirect.
 */
@ApplicationScoped
public class TwilioMedia implements MediaSource {

    private static final int REDIRECTS = 3;

    private static final Pattern ACCOUNT = Pattern.compile("/Accounts/([^/]+)/");

    private final TwilioConfig config;
    private final SubAccounts subAccounts;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    TwilioMedia(TwilioConfig config, SubAccounts subAccounts) {
        this.config = config;
        this.subAccounts = subAccounts;
    }

    @Override
    public ChannelName channel() {
        return ChannelName.TWILIO;
    }

    @Override
    public Uni<Fetched> fetch(MediaReference media) {
        var uri = Downloads.uri(media.url()).filter(this::isTwilios);
        if (uri.isEmpty()) {
            return Uni.createFrom().item(new Fetched.Unavailable("not Twilio's"));
        }
        return account(uri.get()).chain(account -> account.isEmpty()
                ? Uni.createFrom().<Fetched>item(new Fetched.Unavailable("no account"))
                : get(HttpRequest.newBuilder(uri.get()).header("Authorization", account.get().credentials()).build(),
                        REDIRECTS))
                .ifNoItem().after(config.mediaTimeout()).recoverWithItem(() -> new Fetched.Unavailable("no answer in time"))
                // Whatever broke, the message is answered without it.
                .onFailure().recoverWithItem(Downloads::broken);
    }

    /** The one that the address names where it is a sub-account of a business; whatever else it names, the installation's. */
    private Uni<Optional<TwilioAccount>> account(URI uri) {
        var ours = config.account();
        var named = ACCOUNT.matcher(uri.getPath());
        return !named.find() || ours.filter(it -> it.sid().equals(named.group(1))).isPresent()
                ? Uni.createFrom().item(ours)
                : subAccounts.of(named.group(1)).map(known -> known.flatMap(it -> it.tokens().stream().findFirst())
                        .map(token -> new TwilioAccount(named.group(1), token)).or(() -> ours));
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
                : response.headers().firstValue("Location").flatMap(Downloads::uri).map(response.uri()::resolve)
                        .filter(to -> "https".equals(to.getScheme()) || isTwilios(to));
    }

    private boolean isTwilios(URI uri) {
        var api = URI.create(config.apiUrl());
        return api.getScheme().equals(uri.getScheme()) && api.getHost().equals(uri.getHost()) && api.getPort() == uri.getPort()
                && uri.getUserInfo() == null;
    }
}
