package mx.yume.web.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Figures are for who stands beside Yume: Prometheus asks an instance itself, and nobody else gets them. What came through a proxy, as
 * everything from outside does, says so by {@code X-Forwarded-For}, and is told that there is no such page.
 */
@ApplicationScoped
public class OnlyInside {

    private static final String FIGURES = "/q/metrics";
    private static final int NOT_FOUND = 404;
    /** After the headers that every answer has. */
    private static final int EARLY = 900;

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext context) {
        if (context.normalizedPath().startsWith(FIGURES) && context.request().headers().contains("X-Forwarded-For")) {
            context.response().setStatusCode(NOT_FOUND).end();
        } else {
            context.next();
        }
    }
}
