package mx.yume.assistant.model.toolbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.orders.Asking;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Orders;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Sheet.Parameter;
import mx.yume.assistant.orders.Tool;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.conversation.OutboundContent;

/**
 * The tools of somebody who orders, for one turn: those that their permission allows are offered, and the others are refused if they
 * are called all the same. What is asked, shown, done or forbidden goes to the person in Yume's own words; only what was read, or why
 * something cannot be, goes back to the model.
 */
public final class OrderToolbox<C extends Asking> implements Toolbox {

    private final Orders orders;
    private final List<? extends Tool<C, ?>> all;
    private final List<? extends Tool<C, ?>> allowed;
    private final C asking;
    private final Function<Result, List<OutboundContent>> words;
    private final List<ToolSpecification> specifications;
    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** @param words what a person is sent of a result */
    public OrderToolbox(Orders orders, List<? extends Tool<C, ?>> tools, C asking,
            Function<Result, List<OutboundContent>> words) {
        this.orders = orders;
        this.all = List.copyOf(tools);
        this.allowed = tools.stream().filter(tool -> asking.may(tool.needs()))
                .sorted(Comparator.comparing(tool -> tool.sheet().name())).toList();
        this.asking = asking;
        this.words = words;
        this.specifications = allowed.stream().map(tool -> specification(tool.sheet())).toList();
    }

    @Override
    public List<ToolSpecification> offered() {
        return specifications;
    }

    /** What was done in this turn, each as its own sentence tells it. */
    public List<String> done() {
        return List.copyOf(done);
    }

    /** What was read in this turn, as it was told to the model. */
    public List<String> told() {
        return List.copyOf(told);
    }

    @Override
    public Uni<ToolOutcome> call(String name, ObjectNode arguments) {
        return find(name).map(tool -> order(tool, new Written(arguments))).orElseGet(() -> Uni.createFrom().item(refuse(name)));
    }

    /** What others may is explained; what nobody has is the model's invention, and its turn is over. */
    @Override
    public ToolOutcome refuse(String name) {
        if (all.stream().noneMatch(tool -> tool.sheet().name().equals(name))) {
            throw new ModelFailed(Reason.UNKNOWN_TOOL);
        }
        return new ToolOutcome.Shown(words.apply(orders.forbid(asking, name)));
    }

    private <O extends Order> Uni<ToolOutcome> order(Tool<C, O> tool, Written written) {
        try {
            return orders.call(asking, tool, written).map(this::outcome);
        } catch (Unclear unclear) {
            return Uni.createFrom().item(new ToolOutcome.BadArguments(unclear.getMessage()));
        }
    }

    private ToolOutcome outcome(Result result) {
        return switch (result) {
            case Result.Told(var text, _) -> read(text);
            case Result.Refused(var text) -> read(text);
            case Result.Done(var text, var repeated) -> {
                if (!repeated) {
                    done.add(text);
                }
                yield new ToolOutcome.Told("Hecho. Se le dirá así, no lo repitas: " + text);
            }
            case Result.Asked asked -> new ToolOutcome.Shown(words.apply(asked));
            case Result.Shown shown -> new ToolOutcome.Shown(words.apply(shown));
            case Result.Forbidden forbidden -> new ToolOutcome.Shown(words.apply(forbidden));
        };
    }

    private ToolOutcome read(String text) {
        told.add(text);
        return new ToolOutcome.Told(text);
    }

    private Optional<? extends Tool<C, ?>> find(String name) {
        return allowed.stream().filter(tool -> tool.sheet().name().equals(name)).findFirst();
    }

    static ToolSpecification specification(Sheet sheet) {
        var parameters = JsonObjectSchema.builder().additionalProperties(false);
        sheet.parameters().forEach(parameter -> add(parameters, parameter));
        parameters.required(sheet.parameters().stream().filter(Parameter::required).map(Parameter::name).toList());
        return ToolSpecification.builder().name(sheet.name()).description(sheet.description()).parameters(parameters.build())
                .build();
    }

    private static void add(JsonObjectSchema.Builder parameters, Parameter parameter) {
        switch (parameter.type()) {
            case TEXT -> parameters.addStringProperty(parameter.name(), parameter.description());
            case NUMBER -> parameters.addIntegerProperty(parameter.name(), parameter.description());
            case FLAG -> parameters.addBooleanProperty(parameter.name(), parameter.description());
            case TEXTS -> parameters.addProperty(parameter.name(), JsonArraySchema.builder()
                    .items(JsonStringSchema.builder().build()).description(parameter.description()).build());
        }
    }
}
