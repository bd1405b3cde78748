package mx.yume.web.signin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import mx.yume.platform.YumeConfig;

/**
 * Whoever opens a page by plain http where people come by https is sent to the address that is safe. Only a proxy can say that they
 * did: without {@code X-Forwarded-Proto}, as from a probe in a cluster, nothing happens. What programs call is left alone: the checks
 * of whether Yume is well, and webhooks, whose signature is over the public address anyway.
 */
@ApplicationScoped
public class OnlyHttps {

    private static final List<String> FOR_PROGRAMS = List.of("/q/", "/api/");
    private static final int PERMANENT_REDIRECT = 308;
    /** After the headers that every answer has. */
    private static final int EARLY = 900;

    private final boolean https;
    private final String publicUrl;

    OnlyHttps(YumeConfig config) {
        https = SessionCookies.safe(config.publicUrl());
        publicUrl = config.publicUrl().toString();
    }

    void register(@Observes Filters filters) {
        if (https) {
            filters.register(this::look, EARLY);
        }
    }

    private void look(RoutingContext context) {
        var request = context.request();
        if (plain(request) && request.uri().startsWith("/") && FOR_PROGRAMS.stream().noneMatch(request.uri()::startsWith)) {
            // A proxy that says it wrongly can be mended: browsers are not to remember this answer.
            request.response().setStatusCode(PERMANENT_REDIRECT).putHeader("Location", publicUrl + request.uri())
                    .putHeader("Cache-Control", "no-store").end();
        } else {
            context.next();
        }
    }

    /** Each proxy on the way may have said how it was spoken to; where one of them was by https, people see https. */
    private static boolean plain(HttpServerRequest request) {
        var said = request.headers().getAll("X-Forwarded-Proto").stream().flatMap(value -> Stream.of(value.split(",", -1)))
                .map(value -> value.strip().toLowerCase(Locale.ROOT)).toList();
        return said.contains("http") && !said.contains("https");
    }
}
