package mx.yume.assistant.model.toolbox;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.smallrye.mutiny.Uni;

/** What the model may use in one turn. A tool that is not here does not exist. */
public interface Toolbox {

    List<ToolSpecification> offered();

    /**
     * Calls one of those offered.
     *
     * @param arguments as the model wrote them
     */
    Uni<ToolOutcome> call(String name, ObjectNode arguments);
}
