package mx.yume.web.watch;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import mx.yume.platform.watch.LogIds;

/**
 * Gives every request an id, which its log lines have and its answer carries as {@code X-Request-Id}: whoever was answered badly can
 * name it. One that comes with the request is not taken: it could be anything, somebody's number too.
 */
@ApplicationScoped
class RequestIds {

    private static final String HEADER = "X-Request-Id";
    private static final int BEFORE_ALL = 1000;

    void put(@Observes Filters filters) {
        filters.register(RequestIds::name, BEFORE_ALL);
    }

    private static void name(RoutingContext context) {
        var id = UUID.randomUUID().toString();
        LogIds.request(id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
