package mx.yume.whatsapp.meta;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.inbox.Receivers;
import mx.yume.conversation.media.Fetched;
import mx.yume.conversation.media.MediaReference;
import mx.yume.conversation.media.MediaSource;
import mx.yume.whatsapp.Downloads;

/**
 * Fetches what somebody sent: the Graph API tells where a file is, for five minutes, and there it is given out to whoever has the
 * number's token. That goes to Meta's own hosts alone, encrypted, and never along with a redirect.
 */
@ApplicationScoped
public class MetaMedia implements MediaSource {

    /** As MetaContent writes it. */
    private static final Pattern PATH = Pattern.compile("\\d{1,32}\\?phone_number_id=(\\d{1,32})");
    private static final List<String> HOSTS = List.of(".fbsbx.com", ".facebook.com", ".fbcdn.net", ".whatsapp.net");
    private static final int LONGEST_DESCRIPTION = 64 * 1024;

    private final MetaConfig config;
    private final MetaTokens tokens;
    private final Receivers receivers;
    private final ObjectMapper json;
    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    MetaMedia(MetaConfig config, MetaTokens tokens, Receivers receivers, ObjectMapper json) {
        this.config = config;
        this.tokens = tokens;
        this.receivers = receivers;
        this.json = json;
    }

    @Override
    public ChannelName channel() {
        return ChannelName.META;
    }

    @Override
    public Uni<Fetched> fetch(MediaReference media) {
        var path = PATH.matcher(media.url());
        if (!path.matches()) {
            return unavailable("not Meta's");
        }
        return token(path.group(1)).chain(token -> token.isEmpty() ? unavailable("no token")
                : described(media.url(), token.orElseThrow()))
                .ifNoItem().after(config.mediaTimeout()).recoverWithItem(() -> new Fetched.Unavailable("no answer in time"))
                // Whatever broke, the message is answered without it.
                .onFailure().recoverWithItem(Downloads::broken);
    }

    private Uni<Optional<String>> token(String phoneNumberId) {
        return receivers.owner(ChannelName.META, phoneNumberId).chain(owner -> owner.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : tokens.token(owner.orElseThrow(), phoneNumberId));
    }

    private Uni<Fetched> described(String path, String token) {
        var uri = URI.create(config.graphUrl() + "/" + MetaConfig.VERSION + "/" + path);
        return get(uri, token, LONGEST_DESCRIPTION).chain(response -> response.statusCode() != 200
                ? unavailable("HTTP " + response.statusCode())
                : file(MetaAnswer.read(json, 200, new String(response.body(), StandardCharsets.UTF_8)), token));
    }

    private Uni<Fetched> file(MetaAnswer description, String token) {
        var uri = MetaText.of(description.body(), "url").flatMap(Downloads::uri).filter(this::isMetas);
        return uri.isEmpty() ? unavailable("not at Meta's")
                : get(uri.get(), token, MOST_BYTES).map(response -> response.statusCode() == 200
                        ? new Fetched.Media(response.body())
                        : new Fetched.Unavailable("HTTP " + response.statusCode()));
    }

    private Uni<HttpResponse<byte[]>> get(URI uri, String token, int most) {
        var request = HttpRequest.newBuilder(uri).header("Authorization", MetaTokens.bearer(token)).build();
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), most)));
    }

    /** Encrypted and on one of Meta's hosts, or where the Graph API itself was configured to be. */
    private boolean isMetas(URI uri) {
        var graph = URI.create(config.graphUrl());
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return false;
        }
        var host = uri.getHost().toLowerCase(Locale.ROOT);
        var atGraph = graph.getScheme().equals(uri.getScheme()) && graph.getHost().equals(host)
                && graph.getPort() == uri.getPort();
        return atGraph || ("https".equals(uri.getScheme()) && HOSTS.stream().anyMatch(host::endsWith)
                && (uri.getPort() == -1 || uri.getPort() == 443));
    }

    private static Uni<Fetched> unavailable(String why) {
        return Uni.createFrom().item(new Fetched.Unavailable(why));
    }
}
