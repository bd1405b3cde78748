package mx.yume.assistant.model;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.prompt.Prompt;
import mx.yume.assistant.model.prompt.StaffBriefing;
import mx.yume.assistant.model.toolbox.OrderToolbox;
import mx.yume.assistant.orders.Orders;
import mx.yume.assistant.orders.Tool;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffAssistant;
import mx.yume.assistant.staff.StaffTool;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;

/**
 * Answers staff with a language model, or fails with {@link mx.yume.assistant.model.endpoint.ModelFailed} and leaves the answer to the
 * guided assistant. It has the tools that their permission allows, and no others.
 */
@ApplicationScoped
public class StaffModel {

    private final ModelTurns turns;
    private final List<StaffTool<?>> tools;
    private final Orders orders;
    private final StaffAssistant guided;
    private final Prompt prompt = Prompt.of("management");

    StaffModel(ModelTurns turns, @All List<StaffTool<?>> tools, Orders orders, StaffAssistant guided) {
        this.turns = turns;
        this.tools = tools.stream().sorted(Comparator.comparing(tool -> tool.sheet().name())).toList();
        this.orders = orders;
        this.guided = guided;
    }

    public Uni<Reply> answer(StaffTurn turn) {
        var asking = StaffAsking.of(turn);
        var toolbox = new OrderToolbox<>(orders, tools, asking, guided::words);
        var may = tools.stream().filter(tool -> asking.may(tool.needs())).map(Tool::sheet).toList();
        var instructions = prompt.render(StaffBriefing.of(turn, may, orders.draft(asking)));
        return turns.think(turn, instructions, toolbox)
                .chain(thought -> new OrderReplies(asking, toolbox, instructions).of(thought,
                        () -> guided.pendingQuestion(asking)))
                .map(messages -> new Reply(messages, "model"));
    }
}
