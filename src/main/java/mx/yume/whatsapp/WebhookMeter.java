package mx.yume.whatsapp;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import mx.yume.platform.watch.Timed;
import mx.yume.platform.watch.Traces;

/** How long providers wait for their answer, and which it is: {@code yume.webhook}. */
@ApplicationScoped
class WebhookMeter {

    private static final String WEBHOOKS = "/api/v1/webhooks/whatsapp/";
    private static final int LATE = 100;

    /** What a provider heard. */
    private enum Result {
        /** 200: all of it is stored. */
        STORED,
        /** 403: it was not the provider's. */
        FORGED,
        /** 503, or nothing any more when it had hung up: it is to be sent again. */
        UNAVAILABLE,
        /** Too large, a channel that is off, a defect. */
        OTHER;

        static Result of(int status) {
            return switch (status) {
                case 200 -> STORED;
                case 403 -> FORGED;
                case 503 -> UNAVAILABLE;
                default -> OTHER;
            };
        }
    }

    private final Traces traces;
    private final Map<String, Map<Result, Timer>> timers = new HashMap<>();

    WebhookMeter(MeterRegistry registry, Traces traces) {
        this.traces = traces;
        for (var channel : new String[]{"twilio", "meta"}) {
            var results = new EnumMap<Result, Timer>(Result.class);
            for (var result : Result.values()) {
                results.put(result, Timed.timer(registry, "yume.webhook", "one delivery of a provider, until it is answered",
                        "channel", channel, "result", result.name().toLowerCase(Locale.ROOT)));
            }
            timers.put(channel, results);
        }
    }

    void put(@Observes Filters filters) {
        filters.register(this::time, LATE);
    }

    private void time(RoutingContext context) {
        channel(context).ifPresent(results -> {
            long began = System.nanoTime();
            var span = traces.arrived("webhook");
            context.addEndHandler(ended -> {
                var result = ended.failed() ? Result.UNAVAILABLE : Result.of(context.response().getStatusCode());
                span.setAttribute("yume.result", result.name().toLowerCase(Locale.ROOT)).end();
                var timer = results.get(result);
                if (timer != null) {
                    timer.record(Duration.ofNanos(System.nanoTime() - began));
                }
            });
        });
        context.next();
    }

    /** Of its own webhook and what lies below it. */
    private Optional<Map<Result, Timer>> channel(RoutingContext context) {
        var path = context.normalizedPath();
        if (!path.startsWith(WEBHOOKS) || !context.request().method().equals(HttpMethod.POST)) {
            return Optional.empty();
        }
        return Optional.ofNullable(timers.get(path.substring(WEBHOOKS.length()).split("/", 2)[0]));
    }
}
