package mx.yume.assistant.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Json;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.Transitions;

/**
 * The one way to a tool, whichever assistant calls it: the asker's permission first, then what the same call did before in this
 * turn, then what is missing, then their yes to exactly what was shown in an earlier turn, and only then is it done.
 */
@ApplicationScoped
public class Orders {

    private final Effects effects;
    private final Json json;
    private final OrderTexts texts;

    Orders(Effects effects, Json json, OrderTexts texts) {
        this.effects = effects;
        this.json = json;
        this.texts = texts;
    }

    /** How far a call may go. */
    private enum Reach {
        /** What needs no yes is done. */
        DO,
        /** What can be shown first is shown first. */
        SHOW_FIRST,
        /** Nothing is done, whatever was agreed to. */
        ONLY_ASK
    }

    /**
     * One call.
     *
     * @param written as it was asked for: the same again is the same call
     * @param order with what was known before
     */
    private record Call<C extends Asking, O extends Order>(C asking, Tool<C, O> tool, O written, O order, Reach reach) {

        String name() {
            return tool.sheet().name();
        }
    }

    public <C extends Asking, O extends Order> Uni<Result> call(C asking, Tool<C, O> tool, O order) {
        return call(new Call<>(asking, tool, order, order, Reach.DO));
    }

    /** What is under way, asked or shown again: nothing is done. */
    public <C extends Asking, O extends Order> Uni<Result> again(C asking, Tool<C, O> tool) {
        var order = underWay(asking, tool).orElseThrow();
        return call(new Call<>(asking, tool, order, order, Reach.ONLY_ASK));
    }

    private <C extends Asking, O extends Order> Uni<Result> call(Call<C, O> call) {
        var asking = call.asking();
        var tool = call.tool();
        var name = call.name();
        if (!asking.may(tool.needs())) {
            return Uni.createFrom().item(traced(asking, name, new Result.Forbidden(texts.forbidden())));
        }
        long began = System.nanoTime();
        return unlessDone(call, call.written(),
                () -> tool.propose(asking, call.order()).chain(proposal -> unlessDone(call, proposal)))
                .invoke(result -> asking.turn().progress().trace("tool", name + " → " + result.getClass().getSimpleName(),
                        (System.nanoTime() - began) / 1000));
    }

    private <C extends Asking, O extends Order> Uni<Result> unlessDone(Call<C, O> call, Proposal<O> proposal) {
        return switch (proposal) {
            case Proposal.Show<O> show -> unlessDone(call, show.order(), () -> follow(call, show));
            case Proposal.Do<O> done -> unlessDone(call, done.order(), () -> follow(call, done));
            case Proposal.Ask<O> ask -> follow(call, ask);
            case Proposal.Tell<O> tell -> follow(call, tell);
            case Proposal.Refuse<O> refuse -> follow(call, refuse);
        };
    }

    private <C extends Asking, O extends Order> Uni<Result> unlessDone(Call<C, O> call, O order,
            Supplier<Uni<Result>> otherwise) {
        return effects.earlier(call.asking().turn().key(), call.name(), json.write(order)).chain(earlier -> earlier
                .map(effect -> Uni.createFrom().item(repeated(effect))).orElseGet(otherwise));
    }

    /** What is said to a call of a tool that the asker does not have: nothing is called. */
    public Result forbid(Asking asking, String tool) {
        return traced(asking, tool, new Result.Forbidden(texts.forbidden()));
    }

    /**
     * With the arguments that a model wrote; throws {@link Unclear} where they are not of the form that was asked for.
     *
     * @param heard whether the words of this turn ask for it by themselves; otherwise what is done without a yes is shown first
     */
    public <C extends Asking, O extends Order> Uni<Result> call(C asking, Tool<C, O> tool, Written written, boolean heard) {
        var order = tool.read(asking, written);
        return call(new Call<>(asking, tool, order,
                underWay(asking, tool).map(before -> tool.continued(order, before)).orElse(order),
                heard ? Reach.DO : Reach.SHOW_FIRST));
    }

    /** What the flow under way has of this tool's order so far. */
    public <O extends Order> Optional<O> underWay(Asking asking, Tool<?, O> tool) {
        return draft(asking).filter(draft -> draft.tool().equals(tool.sheet().name()))
                .map(draft -> json.read(draft.order(), tool.type()));
    }

    /** The order of the flow under way; empty in flows that are no order's. */
    public Optional<OrderDraft> draft(Asking asking) {
        return asking.turn().progress().activeFlow().filter(flow -> isOrder(flow.kind()))
                .map(flow -> json.read(flow.draft(), OrderDraft.class));
    }

    /** Whether what was shown was agreed to in this turn. */
    public boolean agreed(Asking asking) {
        return draft(asking).flatMap(OrderDraft::shown).filter(shown -> asking.agreesTo(shown.turn())).isPresent();
    }

    /** Whether it was agreed to when it had waited for half an hour: it is only shown again. */
    public boolean agreedLate(Asking asking) {
        return asking.turn().progress().abandoned().isPresent()
                && draft(asking).flatMap(OrderDraft::shown).filter(shown -> asking.saysYesTo(shown.turn())).isPresent();
    }

    /** Keeps how often in a row the person was not understood. */
    public void misunderstood(Asking asking, int times) {
        asking.turn().progress().activeFlow().ifPresent(flow -> draft(asking).ifPresent(draft -> asking.turn().progress()
                .flow(flow.to(flow.state(), json.write(draft.misunderstandings(times))))));
    }

    /** Ends what is under way with nothing done. */
    public void drop(Asking asking) {
        var progress = asking.turn().progress();
        progress.activeFlow().ifPresent(flow -> progress.flow(flow.to(FlowState.DROPPED, flow.draft())));
    }

    /** What this turn has done so far, as it is told; the flows that did it are ended. */
    public Uni<List<String>> done(Asking asking) {
        return effects.of(asking.turn().key()).map(done -> done.stream()
                .map(effect -> json.read(effect.result(), Effected.class))
                .flatMap(effected -> effected instanceof Effected.Done(var sentence) ? Stream.of(sentence)
                        : Stream.empty())
                .toList()).invoke(sentences -> {
                    if (!sentences.isEmpty()) {
                        draft(asking).filter(draft -> agreed(asking)).ifPresent(draft -> end(asking));
                    }
                });
    }

    private <C extends Asking, O extends Order> Uni<Result> follow(Call<C, O> call, Proposal<O> proposal) {
        var asking = call.asking();
        var tool = call.tool();
        return switch (proposal) {
            case Proposal.Tell<O>(var text, var options) -> Uni.createFrom().item(new Result.Told(text, options));
            case Proposal.Refuse<O>(var why) -> Uni.createFrom().item(new Result.Refused(why));
            case Proposal.Ask<O>(var order, var missing, var question, var options) -> {
                keep(asking, flowOf(tool, order), missing,
                        new OrderDraft(tool.sheet().name(), json.write(order), Optional.empty(), 0));
                yield Uni.createFrom().item(new Result.Asked(question, options));
            }
            case Proposal.Show<O> show -> shownFirst(call, show);
            case Proposal.Do<O>(var order, var summary) -> call.reach() == Reach.DO || summary.isEmpty() ? perform(call, order)
                    : shownFirst(call, new Proposal.Show<>(order, summary.get()));
        };
    }

    private <C extends Asking, O extends Order> Uni<Result> shownFirst(Call<C, O> call, Proposal.Show<O> show) {
        return call.reach() != Reach.ONLY_ASK && agreedTo(call.asking(), call.tool(), show.order())
                ? perform(call, show.order())
                : Uni.createFrom().item(show(call.asking(), call.tool(), show));
    }

    private <C extends Asking, O extends Order> boolean agreedTo(C asking, Tool<C, O> tool, O order) {
        var written = json.write(order);
        return draft(asking).filter(draft -> draft.tool().equals(tool.sheet().name())).flatMap(OrderDraft::shown)
                .filter(shown -> shown.order().equals(written) && asking.agreesTo(shown.turn())).isPresent();
    }

    /** The same again keeps the turn in which it was first shown: the buttons already sent stay good. */
    private <C extends Asking, O extends Order> Result show(C asking, Tool<C, O> tool, Proposal.Show<O> show) {
        var written = json.write(show.order());
        var turn = draft(asking).flatMap(OrderDraft::shown).filter(shown -> shown.order().equals(written))
                .map(OrderDraft.Shown::turn).orElseGet(() -> asking.turn().key().turn().value());
        keep(asking, flowOf(tool, show.order()), FlowState.CONFIRMING,
                new OrderDraft(tool.sheet().name(), written, Optional.of(new OrderDraft.Shown(written, turn)), 0));
        return new Result.Shown(show.summary(), show.options().isEmpty() ? yesOrNo(turn)
                : show.options().stream().map(option -> of(turn, option)).toList());
    }

    private <C extends Asking, O extends Order> Uni<Result> perform(Call<C, O> call, O order) {
        var asking = call.asking();
        var tool = call.tool();
        var recording = new Recording(effects, json, asking, call.name(), json.write(call.written()));
        return tool.perform(asking, order, recording).chain(performed -> switch (performed) {
            case Performed.Done<O>(var sentence) -> {
                tool.flow(order).filter(kind -> active(asking, kind)).ifPresent(kind -> end(asking));
                yield Uni.createFrom().item(new Result.Done(sentence, false));
            }
            case Performed.Instead<O>(Proposal.Do<O> _) ->
                throw new IllegalStateException(tool.sheet().name() + " would do again what it did not do");
            case Performed.Instead<O>(Proposal.Show<O> show) -> Uni.createFrom().item(show(asking, tool, show));
            case Performed.Instead<O>(var other) -> follow(call, other);
        });
    }

    private void end(Asking asking) {
        var progress = asking.turn().progress();
        progress.activeFlow().ifPresent(flow -> {
            var table = Transitions.of(flow.kind());
            var ready = table.before().contains(flow.state()) ? flow
                    : flow.to(table.before().iterator().next(), flow.draft());
            progress.flow(ready.to(table.done(), flow.draft()));
        });
    }

    /** Another flow under way is dropped first: a conversation has one at a time. */
    private void keep(Asking asking, FlowKind kind, FlowState state, OrderDraft draft) {
        var progress = asking.turn().progress();
        if (!active(asking, kind)) {
            progress.activeFlow().ifPresent(other -> progress.flow(other.to(FlowState.DROPPED, other.draft())));
        }
        var text = json.write(draft);
        progress.flow(progress.activeFlow().orElseGet(() -> Flow.begin(kind, text)).to(state, text));
    }

    private static <O extends Order> FlowKind flowOf(Tool<?, O> tool, O order) {
        return tool.flow(order)
                .orElseThrow(() -> new IllegalStateException(tool.sheet().name() + " has no flow to ask in"));
    }

    private static boolean active(Asking asking, FlowKind kind) {
        return asking.turn().progress().activeFlow().filter(flow -> flow.kind() == kind).isPresent();
    }

    private static boolean isOrder(FlowKind kind) {
        return switch (kind) {
            case BLOCK_TIME, UNBLOCK_TIME, WALK_IN, ATTENDANCE, CANCEL_FOR_CUSTOMER, MOVE_FOR_CUSTOMER, MESSAGE_CUSTOMER,
                    CHANGE_HOURS, ADD_SERVICE, CHANGE_SERVICE_DURATION, CHANGE_PRICE, REMOVE_SERVICE, ADD_STAFF,
                    REMOVE_STAFF, CHANGE_PERMISSION, CHANGE_NOTICES ->
                true;
            case BOOKING, MODIFY, CANCEL, RATING, WAITLIST, BUSINESS_ONBOARDING, STAFF_ONBOARDING, RELAY -> false;
        };
    }

    /** A yes of the tool's own is one to what this turn showed. */
    private static Option of(UUID turn, Option option) {
        return option.id().equals("yes") ? new Option("yes:" + turn, option.title(), option.description()) : option;
    }

    private List<Option> yesOrNo(UUID turn) {
        return List.of(new Option("yes:" + turn, texts.yes()), new Option("no", texts.no()));
    }

    private Result repeated(Effects.Effect effect) {
        return json.read(effect.result(), Effected.class) instanceof Effected.Done(var sentence)
                ? new Result.Done(sentence, true)
                : new Result.Refused(texts.forbidden());
    }

    private static Result traced(Asking asking, String tool, Result result) {
        asking.turn().progress().trace("tool", tool + " → " + result.getClass().getSimpleName(), 0);
        return result;
    }
}
