package mx.yume.assistant.model.toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Sheet;
import mx.yume.assistant.orders.Sheet.Parameter;
import mx.yume.assistant.orders.Unclear;
import mx.yume.assistant.orders.Written;
import mx.yume.conversation.OutboundContent;

/**
 * The tools of somebody who orders, for one turn: those that they may use are offered, and the others are refused if they are called
 * all the same. What is asked, shown, done or forbidden goes to the person in Yume's own words; only what was read, or why something
 * cannot be, goes back to the model.
 */
public final class OrderToolbox implements Toolbox {

    /**
     * A tool as it is for whoever asks.
     *
     * @param call may throw {@link Unclear}
     */
    public record Offer(Sheet sheet, boolean allowed, Function<Written, Uni<Result>> call) {}

    /** What becomes of a question that a tool asks. */
    public enum Questions {
        /** It ends the model's turn: one order at a time. */
        END,
        /** It waits until all calls of one answer were made: they fill the same form. */
        WAIT
    }

    private final List<Offer> offers;
    private final Function<String, Result> forbid;
    private final Function<Result, List<OutboundContent>> words;
    private final Questions questions;
    private final List<ToolSpecification> specifications;
    private final List<String> done = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /**
     * @param forbid what is said to a call of a tool by its name that is not allowed
     * @param words what a person is sent of a result
     */
    public OrderToolbox(List<Offer> offers, Function<String, Result> forbid, Function<Result, List<OutboundContent>> words,
            Questions questions) {
        this.offers = List.copyOf(offers);
        this.forbid = forbid;
        this.words = words;
        this.questions = questions;
        this.specifications = offers.stream().filter(Offer::allowed).map(offer -> specification(offer.sheet())).toList();
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
        return find(name).filter(Offer::allowed).map(offer -> Uni.createFrom().deferred(() -> offer.call().apply(
                new Written(arguments))).map(this::outcome).onFailure(Unclear.class)
                .recoverWithItem(unclear -> new ToolOutcome.BadArguments(unclear.told())))
                .orElseGet(() -> Uni.createFrom().item(refuse(name)));
    }

    /** What others may is explained; what nobody has is the model's invention, and its turn is over. */
    @Override
    public ToolOutcome refuse(String name) {
        if (find(name).isEmpty()) {
            throw new ModelFailed(Reason.UNKNOWN_TOOL);
        }
        return new ToolOutcome.Shown(words.apply(forbid.apply(name)));
    }

    private ToolOutcome outcome(Result result) {
        return switch (result) {
            case Result.Told(var text, var options) -> read(with(text, options));
            case Result.Refused(var text) -> read(text);
            case Result.Done(var text, var repeated) -> {
                if (!repeated) {
                    done.add(text);
                }
                yield new ToolOutcome.Told("Hecho. Se le dirá así, no lo repitas: " + text);
            }
            case Result.Asked asked -> waiting(asked);
            case Result.Shown shown -> waiting(shown);
            case Result.Forbidden forbidden -> new ToolOutcome.Shown(words.apply(forbidden));
        };
    }

    /** What could be tapped is read to a model as words. */
    private static String with(String text, List<OutboundContent.Option> options) {
        return Stream.concat(Stream.of(text), options.stream()
                .map(option -> option.description().isBlank() ? "• " + option.title()
                        : "• " + option.title() + " (" + option.description() + ")"))
                .collect(Collectors.joining("\n"));
    }

    private ToolOutcome read(String text) {
        told.add(text);
        return new ToolOutcome.Told(text);
    }

    private ToolOutcome waiting(Result question) {
        return questions == Questions.END ? new ToolOutcome.Shown(words.apply(question))
                : new ToolOutcome.Waiting(words.apply(question));
    }

    private Optional<Offer> find(String name) {
        return offers.stream().filter(offer -> offer.sheet().name().equals(name)).findFirst();
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
