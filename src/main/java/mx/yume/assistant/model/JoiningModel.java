package mx.yume.assistant.model;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.joining.JoiningAssistant;
import mx.yume.assistant.joining.JoiningTools;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.assistant.model.prompt.Prompt;
import mx.yume.assistant.model.prompt.StaffBriefing;
import mx.yume.assistant.model.toolbox.OrderToolbox;
import mx.yume.assistant.model.toolbox.OrderToolbox.Offer;
import mx.yume.assistant.model.toolbox.OrderToolbox.Questions;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.conversation.Flow;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;

/**
 * Helps staff who are not onboarded yet with a language model, or fails with
 * {@link mx.yume.assistant.model.endpoint.ModelFailed} and leaves the answer to the guided assistant. It has the tools of joining and
 * no others: whatever their permission allows comes after.
 */
@ApplicationScoped
public class JoiningModel {

    private final ModelTurns turns;
    private final JoiningTools tools;
    private final JoiningAssistant guided;
    private final Prompt prompt = Prompt.of("staff-onboarding");

    JoiningModel(ModelTurns turns, JoiningTools tools, JoiningAssistant guided) {
        this.turns = turns;
        this.tools = tools;
        this.guided = guided;
    }

    public Uni<Reply> answer(StaffTurn turn) {
        var asking = StaffAsking.of(turn);
        var offers = tools.all().stream()
                .map(tool -> new Offer(tool.sheet(), true, written -> tool.call(asking, written))).toList();
        var toolbox = new OrderToolbox(offers, name -> {
            throw new IllegalStateException("Whoever joins may use all tools of joining, " + name + " too");
        }, guided::words, Questions.WAIT);
        var errand = turn.progress().activeFlow().map(Flow::draft).map(Briefing::line).orElse("ninguno");
        var instructions = prompt.render(StaffBriefing.of(turn, List.of(), errand));
        return turns.think(turn, instructions, toolbox)
                .chain(thought -> new OrderReplies(asking, toolbox, instructions).of(thought,
                        () -> guided.pendingQuestion(asking)))
                .map(messages -> new Reply(guided.introduced(asking, messages), "model"));
    }
}
