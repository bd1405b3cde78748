package mx.yume.assistant.guided;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;

/**
 * Not understood once, the question is put in other words; again, with everything there is to choose from; the third time a
 * person is offered.
 */
@ApplicationScoped
class Misunderstandings {

    /** Times in a row after which a person is offered. */
    private static final int SOMEBODY = 3;

    private final Errands errands;
    private final BookingErrand booking;
    private final BookingTexts texts;
    private final TalkMessages talk;

    Misunderstandings(Errands errands, BookingErrand booking, BookingTexts texts, TalkMessages talk) {
        this.errands = errands;
        this.booking = booking;
        this.texts = texts;
        this.talk = talk;
    }

    /** Whether words that lead nowhere are counted: outside of any errand, and from the second time on in other words. */
    boolean counts(ToolContext context, Step.Talk what) {
        return nowhere(what) && (what == Step.Talk.INSULT || errands.kind(context).isEmpty())
                && context.turn().progress().misunderstandings() > 1;
    }

    /** What can be done here; or, when that did not help and when somebody is angry, a person. */
    OutboundContent whileIdle(ToolContext context, Step.Talk what) {
        return context.turn().progress().misunderstandings() >= SOMEBODY || what == Step.Talk.INSULT
                ? talk.offerSomebody(context)
                : talk.whatICanDo();
    }

    /** Counted across turns, until something is understood. */
    void understood(ToolContext context, Step step) {
        var progress = context.turn().progress();
        var lost = step instanceof Step.Say(var what) && nowhere(what);
        progress.misunderstandings(lost ? progress.misunderstandings() + 1 : 0);
    }

    private static boolean nowhere(Step.Talk what) {
        return what == Step.Talk.OFF_TOPIC || what == Step.Talk.INSULT;
    }

    Uni<List<OutboundContent>> answer(ToolContext context, int times, Supplier<Uni<List<OutboundContent>>> question) {
        var flow = context.turn().progress().activeFlow().orElseThrow();
        if (times >= SOMEBODY) {
            count(context, times);
            return Uni.createFrom().item(List.of(talk.offerSomebody(context)));
        }
        if (times > 1) {
            return question.get().invoke(_ -> count(context, times)).map(asked -> asked(flow.state(), asked));
        }
        var words = rephrased(context, flow);
        return switch (flow.state()) {
            case CONFIRMING_SUMMARY, CONFIRMING_CANCELLATION, IDENTIFYING_BOOKING -> question.get()
                    .invoke(_ -> count(context, times)).map(asked -> Bodies.prefixed(words, "\n\n", asked));
            default -> {
                count(context, times);
                yield Uni.createFrom().item(List.of(Bodies.text(words)));
            }
        };
    }

    /** "Choose" only where there is something to choose from. */
    private List<OutboundContent> asked(FlowState state, List<OutboundContent> asked) {
        var open = asked.isEmpty() || asked.getLast().options().isEmpty();
        var words = !open ? texts.stillNotUnderstood()
                : state == FlowState.COLLECTING_PERSONAL_INFO ? texts.stillNoName() : texts.stillNotUnderstoodInWords();
        return Bodies.prefixed(words, "\n\n", asked);
    }

    private String rephrased(ToolContext context, Flow flow) {
        return switch (flow.state()) {
            case COLLECTING_SERVICE, COLLECTING_NEW_SERVICE -> texts.rephraseService(BookingErrand.firstService(context));
            case COLLECTING_DATETIME, COLLECTING_NEW_DATETIME, SELECTING_MODIFICATION -> texts.rephraseTime();
            case COLLECTING_STAFF_PREFERENCE, COLLECTING_NEW_STAFF -> texts.rephraseStaff(
                    SpanishWriter.alternatives(booking.staffNames(context, errands.draft(context))));
            case COLLECTING_PERSONAL_INFO -> texts.rephraseName();
            case IDENTIFYING_BOOKING -> texts.rephraseAppointment();
            case PROMPTED, COLLECTING_RATING -> talk.rephraseRating();
            default -> texts.rephraseYesNo();
        };
    }

    /** The errand may have ended while it was asked about again. */
    private void count(ToolContext context, int times) {
        context.turn().progress().activeFlow().ifPresent(flow -> errands.to(context, flow.kind(), flow.state(),
                errands.draft(context).misunderstandings(times)));
    }
}
