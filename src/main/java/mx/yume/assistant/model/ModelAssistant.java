package mx.yume.assistant.model;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.guided.EffectsReply;
import mx.yume.assistant.guided.GuidedAssistant;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.model.Thinking.Bounds;
import mx.yume.assistant.model.Thinking.Thought;
import mx.yume.assistant.model.endpoint.Budget;
import mx.yume.assistant.model.endpoint.Deadline;
import mx.yume.assistant.model.endpoint.Endpoint;
import mx.yume.assistant.model.endpoint.Meter;
import mx.yume.assistant.model.endpoint.ModelConfig;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.model.guard.ClaimGuard;
import mx.yume.assistant.model.guard.Fact;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.assistant.model.prompt.Dialogue;
import mx.yume.assistant.model.prompt.ErrandWords;
import mx.yume.assistant.model.prompt.Prompt;
import mx.yume.assistant.model.toolbox.CustomerToolbox;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Memory;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;
import mx.yume.conversation.spending.Spending;
import mx.yume.platform.OrganizationId;

/**
 * Answers with a language model, or fails with {@link ModelFailed} and leaves the answer to the guided assistant. The model's words
 * reach a customer only past {@link ClaimGuard}. No transaction and no connection is held while it thinks.
 */
@ApplicationScoped
public class ModelAssistant {

    private final ModelConfig config;
    private final Endpoint endpoint;
    private final ObjectMapper json;
    private final Memory memory;
    private final Spending spending;
    private final CustomerTools tools;
    private final Errands errands;
    private final EffectsReply effects;
    private final GuidedAssistant guided;
    private final Prompt prompt = Prompt.customer();

    ModelAssistant(ModelConfig config, Endpoint endpoint, ObjectMapper json, Memory memory, Spending spending,
            CustomerTools tools,
            Errands errands,
            EffectsReply effects, GuidedAssistant guided) {
        this.config = config;
        this.endpoint = endpoint;
        this.json = json;
        this.memory = memory;
        this.spending = spending;
        this.tools = tools;
        this.errands = errands;
        this.effects = effects;
        this.guided = guided;
    }

    /** Whether there is a model at all. */
    public boolean configured() {
        return endpoint.configured();
    }

    public Uni<Reply> answer(CustomerTurn turn) {
        var context = ToolContext.of(turn);
        var meter = new Meter(config.price());
        return withinBudget(turn).chain(() -> memory.last(turn.key(), Dialogue.REMEMBERED))
                .chain(before -> endpoint.turn(() -> think(context, before, meter)))
                .onItemOrFailure().call((_, _) -> spending.record(turn.key(), turn.person().id(), day(turn), meter.use()))
                .chain(thought -> reply(context, thought))
                .map(messages -> new Reply(Bodies.together(guided.introduced(context, messages)), "model"));
    }

    private Uni<Void> withinBudget(CustomerTurn turn) {
        var organization = turn.key().organization();
        return spending.today(organization, turn.person().id(), day(turn)).invoke(spent -> Budget
                .exceeded(config.budget(), spent, organization.equals(OrganizationId.YUME)).ifPresent(whose -> {
                    throw new ModelFailed(Reason.OVER_BUDGET, whose);
                })).replaceWithVoid();
    }

    private static LocalDate day(CustomerTurn turn) {
        return turn.localNow().toLocalDate();
    }

    private Thought think(ToolContext context, List<Memory.Line> before, Meter meter) {
        var turn = context.turn();
        var errand = ErrandWords.of(turn.business(), turn.progress().activeFlow(), errands.draft(context));
        var instructions = prompt.render(Briefing.of(turn, errand));
        return new Thinking(endpoint, json, new CustomerToolbox(tools, guided, context), turn.progress(),
                new Bounds(Deadline.in(config.timeout()), meter, config.longestAnswer()),
                Dialogue.of(instructions, before, turn.messages(), config.historyTokens())).run();
    }

    private Uni<List<OutboundContent>> reply(ToolContext context, Thought thought) {
        return switch (thought) {
            case Thought.Said(var text, var facts) -> said(context, text, facts);
            case Thought.Shown(var messages, var facts) when facts.stream().noneMatch(fact -> fact.kind().effect()) ->
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
