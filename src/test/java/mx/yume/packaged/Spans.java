package mx.yume.packaged;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;

/** Reads what an exporter of OpenTelemetry posts: opentelemetry/proto/trace/v1/trace.proto, by the numbers of its fields. */
final class Spans {

    private static final int RESOURCE_SPANS = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SPANS = 2;
    private static final int TRACE_ID = 1;
    private static final int SPAN_ID = 2;
    private static final int PARENT_ID = 4;
    private static final int NAME = 5;
    private static final int ATTRIBUTES = 9;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int STRING_VALUE = 1;

    /** @param parent empty for the first of a trace */
    record Span(String name, String trace, String id, String parent, List<String> attributes) {}

    private Spans() {}

    static List<Span> read(List<byte[]> requests) {
        return requests.stream().map(ByteString::copyFrom).flatMap(request -> within(request, RESOURCE_SPANS))
                .flatMap(resource -> within(resource, SCOPE_SPANS)).flatMap(scope -> within(scope, SPANS)).map(Spans::span)
                .toList();
    }

    private static Span span(ByteString written) {
        return new Span(text(written, NAME), hex(written, TRACE_ID), hex(written, SPAN_ID), hex(written, PARENT_ID),
                within(written, ATTRIBUTES).map(it -> text(it, KEY) + "="
                        + within(it, VALUE).map(value -> text(value, STRING_VALUE)).collect(Collectors.joining())).toList());
    }

    private static String text(ByteString message, int field) {
        return within(message, field).map(ByteString::toStringUtf8).collect(Collectors.joining());
    }

    private static String hex(ByteString message, int field) {
        return within(message, field).map(it -> HexFormat.of().formatHex(it.toByteArray())).collect(Collectors.joining());
    }

    private static Stream<ByteString> within(ByteString message, int field) {
        try {
            return UnknownFieldSet.parseFrom(message).getField(field).getLengthDelimitedList().stream();
        } catch (InvalidProtocolBufferException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
