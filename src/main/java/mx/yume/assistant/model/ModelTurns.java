package mx.yume.assistant.model;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.Thinking.Bounds;
import mx.yume.assistant.model.Thinking.Thought;
import mx.yume.assistant.model.endpoint.Allowance;
import mx.yume.assistant.model.endpoint.Deadline;
import mx.yume.assistant.model.endpoint.Endpoint;
import mx.yume.assistant.model.endpoint.Meter;
import mx.yume.assistant.model.endpoint.ModelConfig;
import mx.yume.assistant.model.prompt.Dialogue;
import mx.yume.assistant.model.toolbox.Toolbox;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.Memory;

/**
 * One turn with the model, whoever writes: within its budget, with what was said before, bounded in time and number, and paid for
 * whatever comes of it. No transaction and no connection is held while it thinks.
 */
@ApplicationScoped
class ModelTurns {

    private final ModelConfig config;
    private final Endpoint endpoint;
    private final ObjectMapper json;
    private final Memory memory;
    private final Allowance allowance;

    ModelTurns(ModelConfig config, Endpoint endpoint, ObjectMapper json, Memory memory, Allowance allowance) {
        this.config = config;
        this.endpoint = endpoint;
        this.json = json;
        this.memory = memory;
        this.allowance = allowance;
    }

    boolean configured() {
        return endpoint.configured();
    }

    /** Fails with {@link mx.yume.assistant.model.endpoint.ModelFailed} when no answer comes of it. */
    Uni<Thought> think(AssistedTurn turn, String instructions, Toolbox tools) {
        var meter = new Meter(config.price());
        return allowance.check(turn).chain(() -> memory.last(turn.key(), Dialogue.REMEMBERED))
                .chain(before -> endpoint.turn(() -> new Thinking(endpoint, json, tools, turn.progress(),
                        new Bounds(deadline(turn), meter, config.longestAnswer()),
                        Dialogue.of(instructions, before, turn.messages(), config.historyTokens())).run()))
                .onItemOrFailure().call((_, _) -> allowance.charge(turn, meter.use()));
    }

    /** What listening to a voice note took is not had again. */
    private Deadline deadline(AssistedTurn turn) {
        long listened = turn.progress().trace().stream().filter(step -> step.kind().equals("voice"))
                .mapToLong(step -> step.micros()).sum();
        return Deadline.in(config.timeout().minusNanos(listened * 1000));
    }
}
