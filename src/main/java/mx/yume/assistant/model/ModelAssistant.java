package mx.yume.assistant.model;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.guided.EffectsReply;
import mx.yume.assistant.guided.GuidedAssistant;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.model.Thinking.Thought;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.guard.ClaimGuard;
import mx.yume.assistant.model.guard.Fact;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.assistant.model.prompt.ErrandWords;
import mx.yume.assistant.model.prompt.Prompt;
import mx.yume.assistant.model.toolbox.AroundVisits;
import mx.yume.assistant.model.toolbox.CustomerToolbox;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;

/**
 * Answers with a language model, or fails with {@link ModelFailed} and leaves the answer to the guided assistant. The model's words
 * reach a customer only past {@link ClaimGuard}. No transaction and no connection is held while it thinks.
 */
@ApplicationScoped
public class ModelAssistant {

    private final ModelTurns turns;
    private final CustomerTools tools;
    private final AroundVisits around;
    private final Errands errands;
    private final EffectsReply effects;
    private final GuidedAssistant guided;
    private final Prompt prompt = Prompt.of("customer");

    ModelAssistant(ModelTurns turns, CustomerTools tools, AroundVisits around, Errands errands, EffectsReply effects,
            GuidedAssistant guided) {
        this.turns = turns;
        this.tools = tools;
        this.around = around;
        this.errands = errands;
        this.effects = effects;
        this.guided = guided;
    }

    /** Whether there is a model at all. */
    public boolean configured() {
        return turns.configured();
    }

    public Uni<Reply> answer(CustomerTurn turn) {
        var context = ToolContext.of(turn);
        var keyed = keyed(context);
        var errand = ErrandWords.of(turn.business(), turn.progress().activeFlow(), errands.draft(context), keyed);
        var toolbox = new CustomerToolbox(tools, around, guided, context, keyed);
        return turns.think(turn, prompt.render(Briefing.of(turn, errand)), toolbox)
                .chain(thought -> reply(context, thought)).invoke(() -> remember(context, toolbox.offeredNow()))
                .map(messages -> new Reply(Bodies.together(guided.introduced(context, messages)), "model"));
    }

    /** The starts offered last, by a model or as something to tap. */
    private List<ZonedDateTime> keyed(ToolContext context) {
        var tappable = context.offeredStarts();
        return (tappable.isEmpty() ? errands.draft(context).keyed() : tappable).stream()
                .map(start -> start.atZone(context.zone()))
                .toList();
    }

    private void remember(ToolContext context, List<ZonedDateTime> offered) {
        var starts = offered.stream().map(ZonedDateTime::toInstant).toList();
        context.turn().progress().activeFlow().filter(_ -> !starts.isEmpty()).ifPresent(flow -> errands.to(context, flow.kind(),
                flow.state(), errands.draft(context).keyed(starts)));
    }

    private Uni<List<OutboundContent>> reply(ToolContext context, Thought thought) {
        return switch (thought) {
            case Thought.Said(var text, var facts) -> said(context, text, facts);
            case Thought.Shown(var messages, var facts) when !messages.isEmpty()
                    && facts.stream().noneMatch(fact -> fact.kind().effect()) ->
                Uni.createFrom().item(messages);
            // Something was done before the summary of the next thing: both are told, in Yume's words.
            case Thought.Shown(var messages, _) -> doneAndShown(context, messages);
        };
    }

    /** Telling what was done ends its flow, which may be of the same kind as the one that now waits for a yes. */
    private Uni<List<OutboundContent>> doneAndShown(ToolContext context, List<OutboundContent> shown) {
        var progress = context.turn().progress();
        var waiting = progress.activeFlow();
        return effects.of(context).invoke(_ -> waiting.ifPresent(progress::flow))
                .map(done -> Stream.concat(done.stream(), shown.stream()).toList());
    }

    private Uni<List<OutboundContent>> said(ToolContext context, String text, List<Fact> facts) {
        var turn = context.turn();
        var objection = new ClaimGuard(Lexicon.of(turn.business(), turn.localNow())).objection(text, facts);
        if (objection.isPresent()) {
            return Uni.createFrom().failure(new ModelFailed(objection.get()));
        }
        var afterwards = new Afterwards(errands, context);
        if (afterwards.questionInTheMiddle()) {
            return guided.pendingQuestion(context)
                    .map(pending -> Stream.concat(Stream.<OutboundContent>of(new Text(text)), pending.stream()).toList());
        }
        errands.remember(context);
        afterwards.settle();
        return Uni.createFrom().item(List.of(new Text(text)));
    }
}
