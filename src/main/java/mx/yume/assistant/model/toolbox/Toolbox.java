package mx.yume.assistant.model.toolbox;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;

/** What the model may use in one turn. A tool that is not here does not exist. */
public interface Toolbox {

    List<ToolSpecification> offered();

    /**
     * Calls one of those offered.
     *
     * @param arguments as the model wrote them
     */
    Uni<ToolOutcome> call(String name, ObjectNode arguments);

    /**
     * What becomes of a call to a tool that is not offered: nothing is called, ever. By default the model's turn is over.
     *
     * @throws ModelFailed unless there is something to say to it
     */
    default ToolOutcome refuse(String name) {
        throw new ModelFailed(Reason.UNKNOWN_TOOL);
    }
}
