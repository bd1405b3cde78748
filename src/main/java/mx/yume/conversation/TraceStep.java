package mx.yume.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that happened in a turn, for people who look over its shoulder.
 *
 * @param kind route, reading, tool, flow, model, takeover, reply
 * @param detail without secrets
 * @param micros how long it took, zero where that means nothing
 */
@RegisterForReflection
public record TraceStep(String kind, String detail, long micros) {}
