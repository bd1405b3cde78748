package mx.yume.assistant.model;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.founding.FounderAsking;
import mx.yume.assistant.founding.FoundingAssistant;
import mx.yume.assistant.founding.FoundingTools;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.assistant.model.prompt.Prompt;
import mx.yume.assistant.model.toolbox.OrderToolbox;
import mx.yume.assistant.model.toolbox.OrderToolbox.Offer;
import mx.yume.assistant.model.toolbox.OrderToolbox.Questions;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FounderTurn;
import mx.yume.conversation.Reply;

/**
 * Helps founders with a language model, or fails with {@link mx.yume.assistant.model.endpoint.ModelFailed} and leaves the answer to the
 * guided assistant. Both fill one draft: what the words say for certain is in it before the model adds what it understood.
 */
@ApplicationScoped
public class FounderModel {

    private final ModelTurns turns;
    private final FoundingTools tools;
    private final FoundingAssistant guided;
    private final Prompt prompt = Prompt.of("business-onboarding");

    FounderModel(ModelTurns turns, FoundingTools tools, FoundingAssistant guided) {
        this.turns = turns;
        this.tools = tools;
        this.guided = guided;
    }

    public Uni<Reply> answer(FounderTurn turn) {
        var asking = FounderAsking.of(turn);
        var toolbox = new OrderToolbox(offers(asking), name -> {
            throw new IllegalStateException("Founders may use all of their tools, " + name + " too");
        }, guided::words, Questions.WAIT);
        tools.remember(asking);
        var instructions = prompt.render(briefing(turn));
        return turns.think(turn, instructions, toolbox)
                .chain(thought -> new OrderReplies(asking, toolbox, instructions).of(thought,
                        () -> guided.pendingQuestion(asking)))
                .map(messages -> new Reply(guided.introduced(asking, messages), "model"));
    }

    private List<Offer> offers(FounderAsking asking) {
        return tools.all().stream().map(tool -> new Offer(tool.sheet(), true, written -> tool.call(asking, written))).toList();
    }

    static Map<String, String> briefing(FounderTurn turn) {
        var now = turn.now().atZone(turn.zone());
        return Map.of("now", SpanishWriter.dateTime(now), "iso", now.toLocalDateTime().withSecond(0).withNano(0).toString(),
                "zone", turn.zone().getId(), "draft",
                turn.progress().activeFlow().map(Flow::draft).map(Briefing::line).orElse("todavía nada"));
    }
}
