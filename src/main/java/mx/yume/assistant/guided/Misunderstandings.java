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

/** Not understood once, the question is put in other words; again, with everything there is to choose from. */
@ApplicationScoped
class Misunderstandings {

    private final Errands errands;
    private final BookingErrand booking;
    private final BookingTexts texts;

    Misunderstandings(Errands errands, BookingErrand booking, BookingTexts texts) {
        this.errands = errands;
        this.booking = booking;
        this.texts = texts;
    }

    Uni<List<OutboundContent>> answer(ToolContext context, int times, Supplier<Uni<List<OutboundContent>>> question) {
        var flow = context.turn().progress().activeFlow().orElseThrow();
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
            default -> texts.rephraseYesNo();
        };
    }

    /** The errand may have ended while it was asked about again. */
    private void count(ToolContext context, int times) {
        context.turn().progress().activeFlow().ifPresent(flow -> errands.to(context, flow.kind(), flow.state(),
                errands.draft(context).misunderstandings(times)));
    }
}
