package mx.yume.platform.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.common.vertx.VertxContext;

/**
 * Traces of a message: the delivery, its turn, what was sent for it. They meet over the queue by a W3C traceparent that is stored with
 * the conversation. All of it is nothing while traces are off. Attributes are ids of ours and words of few kinds.
 */
@ApplicationScoped
public class Traces {

    private static final String HERE = "mx.yume.traceparent";
    /** https://www.w3.org/TR/trace-context/#traceparent-header, version 00. */
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private final Tracer tracer;

    Traces(OpenTelemetry telemetry) {
        tracer = telemetry.getTracer("mx.yume");
    }

    /** A delivery has come; what is done for it on this context can ask for {@link #here}. To be ended by the caller. */
    public Span arrived(String name) {
        var span = tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
        if (span.isRecording() && VertxContext.isOnDuplicatedContext()) {
            ContextLocals.put(HERE, written(span.getSpanContext()));
        }
        return span;
    }

    /** The traceparent of the delivery that this is done for; nothing while traces are off. */
    public static Optional<String> here() {
        return VertxContext.isOnDuplicatedContext() ? ContextLocals.<String>get(HERE) : Optional.empty();
    }

    /** Something was done for a delivery, or for nobody in particular, and took this long until now, by the machine's clock as in all spans. */
    public void did(String name, SpanKind kind, Optional<String> traceparent, Duration took, Map<String, String> attributes,
            boolean failed) {
        var builder = tracer.spanBuilder(name).setSpanKind(kind).setStartTimestamp(Instant.now().minus(took));
        traceparent.flatMap(Traces::read).ifPresentOrElse(
                parent -> builder.setParent(Context.root().with(Span.wrap(parent))), builder::setNoParent);
        var span = builder.startSpan();
        attributes.forEach((key, value) -> span.setAttribute("yume." + key, value));
        if (failed) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static String written(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex();
    }

    private static Optional<SpanContext> read(String traceparent) {
        var form = TRACEPARENT.matcher(traceparent);
        return form.matches() ? Optional.of(SpanContext.createFromRemoteParent(form.group(1), form.group(2),
                TraceFlags.fromHex(form.group(3), 0), TraceState.getDefault())) : Optional.empty();
    }
}
