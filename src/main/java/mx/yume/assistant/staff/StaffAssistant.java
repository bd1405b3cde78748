package mx.yume.assistant.staff;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.orders.Order;
import mx.yume.assistant.orders.Orders;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.orders.Tool;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;

/**
 * The guided assistant of staff: the surest ear has the turn, what it heard goes to its tool, and what comes of it is said. No
 * network but the database.
 */
@ApplicationScoped
public class StaffAssistant {

    private static final int SURE = 2;

    private final List<StaffEar<?>> ears;
    private final Orders orders;
    private final StaffTalk talk;

    StaffAssistant(@All List<StaffEar<?>> ears, Orders orders, StaffTalk talk) {
        this.ears = ears.stream().sorted(Comparator.comparing(ear -> ear.tool().sheet().name())).toList();
        this.orders = orders;
        this.talk = talk;
    }

    public Uni<Reply> answer(StaffTurn turn) {
        var asking = StaffAsking.of(turn);
        return orders.done(asking).chain(done -> done.isEmpty() ? respond(asking)
                : Uni.createFrom().item(Bodies.together(done.stream().map(Bodies::text).toList())))
                .map(messages -> new Reply(messages, "guided"));
    }

    /** What waits for an answer, asked again; nothing when nothing does. */
    public Uni<List<OutboundContent>> pendingQuestion(StaffAsking asking) {
        return listening(asking).map(ear -> again(asking, ear)).orElseGet(() -> said(List.of()));
    }

    /** Whether the words or the tap of the turn ask for this tool by themselves. */
    public boolean hears(StaffAsking asking, StaffTool<?> tool) {
        return ears.stream()
                .anyMatch(ear -> ear.tool().sheet().name().equals(tool.sheet().name()) && ear.hears(asking) >= SURE);
    }

    /** What is sent of a result, whichever assistant called the tool. */
    public List<OutboundContent> words(Result result) {
        return talk.of(result);
    }

    /** Whether there is nothing to understand: a tap, a yes or a no to what was asked, BAJA, or no words at all. */
    public boolean needsNoUnderstanding(StaffAsking asking) {
        return asking.tapped().isPresent() || asking.words().isBlank() || optsOut(asking) || orders.agreed(asking)
                || (listening(asking).isPresent() && refuses(asking) && saysNothingElse(asking));
    }

    /** BAJA, STOP and ALTA always mean the same. */
    private static boolean optsOut(StaffAsking asking) {
        return asking.said().stream().flatMap(said -> said.reading().intent().stream())
                .anyMatch(intent -> intent == Intent.OPT_OUT || intent == Intent.OPT_IN);
    }

    /** "No" and "olvídalo", but not "no, mejor a las 5". */
    private static boolean saysNothingElse(StaffAsking asking) {
        return asking.said().stream().map(Said::reading).allMatch(reading -> reading.services().isEmpty()
                && reading.staff().isEmpty() && reading.day().isEmpty() && reading.time().isEmpty());
    }

    private Uni<List<OutboundContent>> respond(StaffAsking asking) {
        if (asking.said().stream().allMatch(said -> said.tapped().isEmpty() && said.words().isBlank())) {
            return wordless(asking);
        }
        var pending = listening(asking);
        var surest = surest(asking);
        if (pending.isPresent() && !changesSubject(asking, pending.get(), surest)) {
            return goOn(asking, pending.get());
        }
        var understood = surest.or(() -> chosen(asking));
        understood.ifPresent(_ -> asking.turn().progress().misunderstandings(0));
        return understood.map(ear -> begin(asking, ear, pending)).orElseGet(() -> unasked(asking));
    }

    /** One of the things to choose from when they were not understood. */
    private Optional<StaffEar<?>> chosen(StaffAsking asking) {
        return asking.tapped().flatMap(StaffTalk::tool).flatMap(name -> ears.stream()
                .filter(ear -> ear.tool().sheet().name().equals(name)).findFirst());
    }

    /** Not understood once they see examples, twice what there is to choose from, and then who else can help. */
    private Uni<List<OutboundContent>> unasked(StaffAsking asking) {
        var courtesy = talk.courtesy(asking);
        if (courtesy.isPresent()) {
            return said(courtesy.get());
        }
        int times = asking.turn().progress().misunderstandings() + 1;
        asking.turn().progress().misunderstandings(times);
        var tools = ears.stream().<Tool<?, ?>>map(StaffEar::tool).filter(tool -> asking.may(tool.needs()))
                .map(tool -> tool.sheet().name()).collect(Collectors.toSet());
        return said(talk.misunderstood(asking, times, tools));
    }

    /** What only reads is answered in the middle; what does something takes the place of what waited. */
    private boolean changesSubject(StaffAsking asking, StaffEar<?> pending, Optional<StaffEar<?>> surest) {
        return surest
                .filter(ear -> !ear.equals(pending) && ear.hears(asking) >= SURE && ear.hears(asking) > pending.hears(asking))
                .isPresent();
    }

    private Optional<StaffEar<?>> surest(StaffAsking asking) {
        return ears.stream().filter(ear -> ear.hears(asking) > 0)
                .max(Comparator.comparingInt((StaffEar<?> ear) -> ear.hears(asking)));
    }

    private Optional<StaffEar<?>> listening(StaffAsking asking) {
        return orders.draft(asking).flatMap(draft -> ears.stream()
                .filter(ear -> ear.tool().sheet().name().equals(draft.tool())).findFirst());
    }

    private <O extends Order> Uni<List<OutboundContent>> begin(StaffAsking asking, StaffEar<O> ear,
            Optional<StaffEar<?>> pending) {
        var order = ear.fill(asking, Optional.empty(), FlowState.INITIATED);
        return orders.call(asking, ear.tool(), order).chain(result -> {
            var messages = talk.of(result);
            return result instanceof Result.Told && pending.isPresent()
                    ? pendingQuestion(asking).map(asked -> Bodies.together(
                            Stream.concat(messages.stream(), asked.stream()).toList()))
                    : said(messages);
        });
    }

    private <O extends Order> Uni<List<OutboundContent>> goOn(StaffAsking asking, StaffEar<O> ear) {
        var before = orders.underWay(asking, ear.tool()).orElseThrow();
        var asked = asking.turn().progress().activeFlow().map(Flow::state).orElse(FlowState.INITIATED);
        var filled = ear.fill(asking, Optional.of(before), asked);
        if (!filled.equals(before) || orders.agreed(asking)) {
            return orders.call(asking, ear.tool(), filled).map(talk::of);
        }
        if (orders.agreedLate(asking)) {
            return again(asking, ear);
        }
        if (refuses(asking)) {
            orders.drop(asking);
            return said(talk.dropped());
        }
        return misunderstood(asking, ear);
    }

    private <O extends Order> Uni<List<OutboundContent>> misunderstood(StaffAsking asking, StaffEar<O> ear) {
        int times = orders.draft(asking).orElseThrow().misunderstandings() + 1;
        return again(asking, ear).invoke(() -> orders.misunderstood(asking, times))
                .map(question -> Bodies.together(Stream
                        .concat(Stream.of(talk.misunderstood(asking, times)), question.stream()).toList()));
    }

    private <O extends Order> Uni<List<OutboundContent>> again(StaffAsking asking, StaffEar<O> ear) {
        return orders.again(asking, ear.tool()).map(talk::of);
    }

    private static boolean refuses(StaffAsking asking) {
        return asking.tapped().filter("no"::equals).isPresent() || asking.said().stream()
                .anyMatch(said -> said.tapped().isEmpty()
                        && (said.reading().answer().filter(Answer.NO::equals).isPresent()
                                || said.reading().intent().filter(Intent.DROP::equals).isPresent()));
    }

    private Uni<List<OutboundContent>> wordless(StaffAsking asking) {
        var kinds = asking.turn().messages().stream().map(message -> message.kind())
                .filter(kind -> kind != InboundKind.STICKER && kind != InboundKind.REACTION).toList();
        return said(kinds.isEmpty() ? List.of() : talk.unreadable(kinds.getLast()));
    }

    private static Uni<List<OutboundContent>> said(List<OutboundContent> messages) {
        return Uni.createFrom().item(messages);
    }
}
