package mx.yume.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import mx.yume.platform.YumeConfig;

/**
 * What browsers are told with every answer, and with every page, those of errors included (OWASP Secure Headers). A page that needs
 * another value says it itself.
 */
@ApplicationScoped
public class SafeHeaders {

    /** Whether windows that a page opens may speak to it. */
    public static final String OPENER_POLICY = "Cross-Origin-Opener-Policy";

    private static final String YEAR = "max-age=31536000";
    private static final String NOTHING = "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";
    /** Before whatever answers. */
    private static final int EARLY = 1000;

    private final boolean https;

    SafeHeaders(YumeConfig config) {
        https = SessionCookies.safe(config.publicUrl());
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, EARLY);
    }

    private void add(RoutingContext request) {
        request.addHeadersEndHandler(ignored -> add(request.response()));
        request.next();
    }

    private void add(HttpServerResponse response) {
        if (https) {
            put(response, "Strict-Transport-Security", YEAR);
        }
        put(response, "X-Content-Type-Options", "nosniff");
        var type = response.headers().get("Content-Type");
        if (type != null && type.startsWith("text/html")) {
            put(response, "Referrer-Policy", "same-origin");
            put(response, "Permissions-Policy", NOTHING);
            put(response, OPENER_POLICY, "same-origin");
        }
    }

    private static void put(HttpServerResponse response, String name, String value) {
        if (!response.headers().contains(name)) {
            response.putHeader(name, value);
        }
    }
}
