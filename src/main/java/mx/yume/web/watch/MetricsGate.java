package mx.yume.web.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Metrics tell of nobody, but of business: how many bookings, what the model costs. A token keeps them; without one they are kept
 * from whoever comes from outside, which a proxy's headers tell. A proxy that writes none of them goes unnoticed:
 * behind such a one there has to be a token.
 */
@ApplicationScoped
class MetricsGate {

    private static final String PATH = "/q/metrics";
    private static final String BEARER = "Bearer ";
    /** By RFC 7239, as everybody did before it, and by RFC 9110. */
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Real-IP", "Via");
    private static final int FIRST = 900;

    private final WatchConfig config;

    MetricsGate(WatchConfig config) {
        this.config = config;
    }

    void put(@Observes Filters filters) {
        filters.register(this::admit, FIRST);
    }

    private void admit(RoutingContext context) {
        var path = context.normalizedPath();
        if ((path.equals(PATH) || path.startsWith(PATH + "/")) && !admits(context.request())) {
            context.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end();
        } else {
            context.next();
        }
    }

    private boolean admits(HttpServerRequest request) {
        return config.metricsToken().map(token -> shown(request, token)).orElseGet(() -> !forwarded(request));
    }

    private static boolean shown(HttpServerRequest request, String token) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.startsWith(BEARER)
                && MessageDigest.isEqual(header.substring(BEARER.length()).getBytes(UTF_8), token.getBytes(UTF_8));
    }

    private static boolean forwarded(HttpServerRequest request) {
        return OF_PROXIES.stream().anyMatch(request.headers()::contains);
    }
}
