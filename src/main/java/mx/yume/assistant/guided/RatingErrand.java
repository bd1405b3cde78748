package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.Answered;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.VisitTexts;
import mx.yume.assistant.tools.VisitTools;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;

/** What is said about a visit: that they will come, and how it was: the stars, which are kept at once, and a word if they have one. */
@ApplicationScoped
class RatingErrand {

    private static final int MOST = 5;

    private final VisitTools tools;
    private final Errands errands;
    private final VisitTexts texts;

    RatingErrand(VisitTools tools, Errands errands, VisitTexts texts) {
        this.tools = tools;
        this.errands = errands;
        this.texts = texts;
    }

    Uni<List<OutboundContent>> perform(ToolContext context, Step.OfVisit step) {
        return switch (step) {
            case Step.Rate(var visit, var stars) when stars.isPresent() -> rate(context, visit, stars.getAsInt());
            case Step.Rate(var visit, _) -> ask(context, visit);
            case Step.Comment(var words) -> comment(context, words);
            case Step.Attend(var visit, var start) -> tools.attend(context, visit, start).map(RatingErrand::told);
            case Step.Dispute(var visit) -> tools.dispute(context, visit).map(RatingErrand::told);
        };
    }

    /** What waits for an answer, asked again. */
    Uni<List<OutboundContent>> next(ToolContext context, Draft draft) {
        var asked = context.turn().progress().activeFlow()
                .filter(flow -> flow.state() == FlowState.COLLECTING_FEEDBACK).isPresent();
        return asked ? Uni.createFrom().item(List.of(feedback(""))) : ask(context, draft.appointment());
    }

    /** Another errand under way is not dropped for it: then nothing more is asked. */
    private Uni<List<OutboundContent>> rate(ToolContext context, Optional<AppointmentId> id, int stars) {
        return tools.visit(context, id).chain(visit -> tools.rate(context, visit.map(Appointment::id).or(() -> id), stars,
                Optional.empty()).map(answer -> {
                    var free = errands.kind(context).filter(kind -> kind != FlowKind.RATING).isEmpty();
                    if (!answer.done() || !free || visit.isEmpty()) {
                        end(context);
                        return told(answer);
                    }
                    errands.to(context, FlowKind.RATING, FlowState.COLLECTING_FEEDBACK,
                            Draft.EMPTY.appointment(visit.get().id()));
                    return List.of(feedback(answer.sentence()));
                }));
    }

    private OutboundContent feedback(String before) {
        var body = before.isEmpty() ? texts.askFeedback() : before + "\n" + texts.askFeedback();
        return Bodies.choice(body, texts.noFeedback(), List.of(Bodies.option(new Tap.No(), texts.noFeedback())));
    }

    private Uni<List<OutboundContent>> ask(ToolContext context, Optional<AppointmentId> id) {
        return tools.visit(context, id).map(found -> found.map(visit -> {
            errands.to(context, FlowKind.RATING, FlowState.COLLECTING_RATING,
                    Draft.EMPTY.appointment(visit.id()).misunderstandings(errands.draft(context).misunderstandings()));
            return List.of(Bodies.list(texts.askRating(visit.serviceName()), texts.rate(), stars(visit)));
        }).orElseGet(() -> List.of(Bodies.text(texts.nothingToRate()))));
    }

    private List<Option> stars(Appointment visit) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(stars -> Bodies.row(new Tap.Rate(visit.id(), stars), "⭐".repeat(stars), texts.ofFive(stars)))
                .toList();
    }

    private Uni<List<OutboundContent>> comment(ToolContext context, Optional<String> words) {
        var visit = errands.draft(context).appointment();
        if (words.isEmpty() || visit.isEmpty()) {
            end(context);
            return Uni.createFrom().item(List.of(Bodies.text(texts.submitted())));
        }
        return tools.comment(context, visit.get(), words.get()).map(answer -> {
            end(context);
            return told(answer);
        });
    }

    private void end(ToolContext context) {
        if (errands.active(context, FlowKind.RATING)) {
            errands.to(context, FlowKind.RATING, FlowState.SUBMITTED, errands.draft(context));
        }
    }

    private static List<OutboundContent> told(Answered answer) {
        return List.of(Bodies.text(answer.sentence()));
    }
}
