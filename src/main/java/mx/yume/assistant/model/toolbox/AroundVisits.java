package mx.yume.assistant.model.toolbox;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.GuidedAssistant;
import mx.yume.assistant.model.toolbox.Arguments.Moment;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.VisitTools;
import mx.yume.assistant.tools.Waiting;
import mx.yume.assistant.tools.WaitlistTools;
import mx.yume.business.StaffMember;
import mx.yume.conversation.handoff.AskedBy;
import mx.yume.conversation.handoff.HandoffMessages;
import mx.yume.conversation.handoff.HandoffOutcome;
import mx.yume.scheduling.Wanted;

/** What a customer can do around their visits: rate one, wait for a time, ask for a person. What was done tells itself. */
@ApplicationScoped
public class AroundVisits {

    /** What was done is told from its record. */
    private static final ToolOutcome DONE = new ToolOutcome.Shown(List.of());
    private static final int MOST_STARS = 5;

    private final CustomerTools tools;
    private final VisitTools visits;
    private final WaitlistTools waitlist;
    private final HandoffMessages handoffs;
    private final GuidedAssistant guided;

    AroundVisits(CustomerTools tools, VisitTools visits, WaitlistTools waitlist, HandoffMessages handoffs,
            GuidedAssistant guided) {
        this.tools = tools;
        this.visits = visits;
        this.waitlist = waitlist;
        this.handoffs = handoffs;
        this.guided = guided;
    }

    Uni<ToolOutcome> rate(ToolContext context, Arguments arguments) {
        var stars = arguments.required("rating");
        if (!stars.matches("[1-" + MOST_STARS + "]")) {
            throw Unclear.malformed("El argumento rating va del 1 al " + MOST_STARS + ".");
        }
        return visits.rate(context, Optional.empty(), Integer.parseInt(stars), arguments.optional("comment"))
                .map(answered -> answered.done() ? DONE : new ToolOutcome.Told(answered.sentence()));
    }

    /** From the beginning of the first day to the end of the last, unless hours were written. */
    Uni<ToolOutcome> await(ToolContext context, Arguments arguments) {
        var staff = arguments.staff().map(StaffMember::id);
        var wanted = arguments.services().stream().map(service -> new Wanted(service, staff)).toList();
        var from = begin(arguments.moment("from"));
        var to = end(arguments.moment("to"));
        if (!to.isAfter(from)) {
            throw Unclear.malformed("El argumento to va después de from.");
        }
        return waitlist.join(context, wanted, from, to, arguments.optional("customer_name"), false)
                .chain(waiting -> switch (waiting) {
                    case Waiting.Joined _,Waiting.Repeated _ -> Uni.createFrom().item(DONE);
                    case Waiting.NeedsConfirmation _ -> guided.pendingQuestion(context).map(ToolOutcome.Shown::new);
                    case Waiting.NameMissing() ->
                        Uni.createFrom().item(new ToolOutcome.Told("Falta saber a nombre de quién: pregúntale su nombre."));
                    case Waiting.Refused(var why) -> Uni.createFrom().item(new ToolOutcome.Told(why));
                });
    }

    Uni<ToolOutcome> person(ToolContext context, Arguments arguments) {
        return tools.handoffToHuman(context, AskedBy.ASSISTANT, arguments.optional("reason").orElse(""))
                .map(outcome -> switch (outcome) {
                    case HandoffOutcome.Told _,HandoffOutcome.Left _ -> DONE;
                    case HandoffOutcome.AlreadyTold _,HandoffOutcome.AlreadyHere _ ->
                        new ToolOutcome.Shown(List.of(handoffs.of(outcome)));
                });
    }

    private static LocalDateTime begin(Moment from) {
        return from.day().atTime(from.time().orElse(LocalTime.MIN));
    }

    private static LocalDateTime end(Moment to) {
        return to.time().map(to.day()::atTime).orElseGet(() -> to.day().plusDays(1).atStartOfDay());
    }
}
