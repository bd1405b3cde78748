package mx.yume.assistant.model;

import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.prompt.Prompt;
import mx.yume.assistant.model.prompt.StaffBriefing;
import mx.yume.assistant.model.toolbox.OrderToolbox;
import mx.yume.assistant.model.toolbox.OrderToolbox.Offer;
import mx.yume.assistant.model.toolbox.OrderToolbox.Questions;
import mx.yume.assistant.orders.Order;
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
        this.tools = tools.stream().filter(StaffTool::forModels).sorted(Comparator.comparing(tool -> tool.sheet().name()))
                .toList();
        this.orders = orders;
        this.guided = guided;
    }

    public Uni<Reply> answer(StaffTurn turn) {
        var asking = StaffAsking.of(turn);
        var toolbox = new OrderToolbox(tools.stream().map(tool -> offer(asking, tool)).toList(),
                name -> orders.forbid(asking, name), guided::words, Questions.END);
        var may = tools.stream().filter(tool -> asking.may(tool.needs())).map(Tool::sheet).toList();
        var instructions = prompt.render(StaffBriefing.of(turn, may, orders.draft(asking)));
        return turns.think(turn, instructions, toolbox)
                .chain(thought -> new OrderReplies(asking, toolbox, instructions).of(thought,
                        () -> guided.pendingQuestion(asking)))
                .map(messages -> new Reply(messages, "model"));
    }

    private <O extends Order> Offer offer(StaffAsking asking, StaffTool<O> tool) {
        return new Offer(tool.sheet(), asking.may(tool.needs()),
                written -> orders.call(asking, tool, written, guided.hears(asking, tool)));
    }
}
