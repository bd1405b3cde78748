package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.NameUpdate;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.ServiceId;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Reply;
import mx.yume.conversation.handoff.AskedBy;
import mx.yume.conversation.handoff.HandoffMessages;
import mx.yume.scheduling.AppointmentId;

/** The deterministic assistant: reads, decides, does it through the tools, and says so. No network but the database. */
@ApplicationScoped
public class GuidedAssistant {

    private final CustomerTools tools;
    private final Errands errands;
    private final EffectsReply effects;
    private final BookingErrand booking;
    private final UsualErrand usual;
    private final MovingErrand moving;
    private final CancellingErrand cancelling;
    private final RatingErrand rating;
    private final WaitingErrand waiting;
    private final Preferences preferences;
    private final Misunderstandings misunderstandings;
    private final BookingMessages bookingMessages;
    private final AppointmentMessages appointments;
    private final TalkMessages talk;
    private final HandoffMessages handoffs;

    GuidedAssistant(CustomerTools tools, Errands errands, EffectsReply effects, BookingErrand booking, UsualErrand usual,
            MovingErrand moving,
            CancellingErrand cancelling, RatingErrand rating, WaitingErrand waiting, Preferences preferences,
            Misunderstandings misunderstandings, BookingMessages bookingMessages, AppointmentMessages appointments,
            TalkMessages talk,
            HandoffMessages handoffs) {
        this.tools = tools;
        this.errands = errands;
        this.effects = effects;
        this.booking = booking;
        this.usual = usual;
        this.moving = moving;
        this.cancelling = cancelling;
        this.rating = rating;
        this.waiting = waiting;
        this.preferences = preferences;
        this.misunderstandings = misunderstandings;
        this.bookingMessages = bookingMessages;
        this.appointments = appointments;
        this.talk = talk;
        this.handoffs = handoffs;
    }

    public Uni<Reply> answer(CustomerTurn turn) {
        var context = ToolContext.of(turn);
        var waiting = errands.draft(context).waiting();
        return effects.of(context).flatMap(done -> done.isEmpty() ? begin(context) : Uni.createFrom().item(done))
                .flatMap(messages -> waiting.map(later -> takeUp(context, messages, later))
                        .orElseGet(() -> Uni.createFrom().item(messages)))
                .map(messages -> new Reply(introduced(context, messages), "guided"));
    }

    /** The first thing a person ever hears begins with who speaks and what happens to their data; whoever answers says it. */
    public List<OutboundContent> introduced(ToolContext context, List<OutboundContent> messages) {
        return context.turn().firstContact() ? Bodies.prefixed(talk.introduction(context), "\n\n", messages) : messages;
    }

    /** The question that waits for an answer, asked again; nothing when no errand is under way. */
    public Uni<List<OutboundContent>> pendingQuestion(ToolContext context) {
        return errands.kind(context).map(kind -> goOn(context, kind, errands.draft(context)))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** Of two errands in one message the first is gone about, and the second kept with it until it has ended. */
    private Uni<List<OutboundContent>> begin(ToolContext context) {
        var two = errands.kind(context).isEmpty() ? TwoErrands.in(context) : Optional.<TwoErrands>empty();
        return two.map(both -> respond(context.saying(both.first())).flatMap(messages -> {
            var flow = context.turn().progress().activeFlow();
            if (flow.isEmpty()) {
                return next(context, messages, both.second());
            }
            errands.to(context, flow.get().kind(), flow.get().state(), errands.draft(context).waiting(both.second()));
            return Uni.createFrom().item(Bodies.prefixed(talk.firstThis(), "\n", messages));
        })).orElseGet(() -> respond(context));
    }

    /** What waited, once the errand it was asked for with is done. */
    private Uni<List<OutboundContent>> takeUp(ToolContext context, List<OutboundContent> messages, String later) {
        var done = context.turn().progress().flow()
                .filter(flow -> flow.state() == FlowState.CONFIRMED || flow.state() == FlowState.CANCELLED).isPresent();
        return done ? next(context, messages, later) : Uni.createFrom().item(messages);
    }

    private Uni<List<OutboundContent>> next(ToolContext context, List<OutboundContent> messages, String later) {
        return respond(context.saying(later)).map(more -> Bodies.together(
                Stream.concat(messages.stream(), Bodies.prefixed(talk.nowTheOther(later), "\n", more).stream()).toList()));
    }

    private Uni<List<OutboundContent>> respond(ToolContext context) {
        var situation = Situation.of(context, errands.draft(context));
        var step = Decision.of(situation);
        context.turn().progress().trace("reading", ReadingTrace.of(context) + " → " + step.getClass().getSimpleName(), 0);
        errands.remember(context);
        misunderstandings.understood(context, step);
        return perform(context, situation, step);
    }

    private Uni<List<OutboundContent>> perform(ToolContext context, Situation situation, Step step) {
        return switch (step) {
            case Step.Silence() -> messages();
            case Step.Greet() -> usual.greeting(context)
                    .map(offer -> List.of(offer.orElseGet(() -> talk.greeting(context))));
            case Step.Say(var what) -> say(context, what);
            case Step.TellServices(var asked) -> services(context, asked);
            case Step.TellHours(var day) -> thenPending(context, day.map(asked -> talk.hoursOn(context, asked))
                    .orElseGet(() -> talk.hours(context)));
            case Step.TellAddress() -> thenPending(context, talk.address(context));
            case Step.TellAppointments() -> appointments(context);
            case Step.TellAppointment(var id) -> appointment(context, id);
            case Step.StoreName(var name) -> store(context, name);
            case Step.HandOff() -> handOff(context);
            case Step.Book(var draft) -> booking.next(context, draft);
            case Step.OfferUsual(var otherwise) -> usual.offer(context, otherwise);
            case Step.TakeUsual(var told, var start, var soon) -> usual.take(context, told, start, soon);
            case Step.Move(var draft) -> moving.next(context, draft);
            case Step.Cancel(var draft) -> cancelling.next(context, draft);
            case Step.AskWhatToChange(var draft) -> askWhatToChange(context, situation, draft);
            case Step.PriceAndOn(var service, var on) -> perform(context, situation, on)
                    .map(messages -> Bodies.prefixed(talk.price(context, service), "\n\n", messages));
            case Step.Allow(var what, var allowed) -> preferences.allow(context, what, allowed)
                    .chain(answer -> answer.map(words -> thenPending(context, Bodies.text(words))).orElseGet(() -> messages()));
            case Step.OfVisit visit ->
                rating.perform(context, visit).chain(answer -> thenWaiting(context, FlowKind.RATING, answer));
            case Step.OfWaiting list ->
                waiting.perform(context, list).chain(answer -> thenWaiting(context, FlowKind.WAITLIST, answer));
            case Step.Drop() -> drop(context);
            case Step.Misunderstood(var times) -> misunderstandings.answer(context, times, () -> pendingQuestion(context));
        };
    }

    private Uni<List<OutboundContent>> goOn(ToolContext context, FlowKind kind, Draft draft) {
        return switch (kind) {
            case BOOKING -> booking.next(context, draft);
            case MODIFY -> moving.next(context, draft);
            case CANCEL -> cancelling.next(context, draft);
            case RATING -> rating.next(context, draft);
            case WAITLIST -> waiting.next(context, draft);
            default -> throw new IllegalStateException(kind + " is no errand of a customer's draft");
        };
    }

    /** After what came in between, whatever else was under way is asked again. */
    private Uni<List<OutboundContent>> thenWaiting(ToolContext context, FlowKind own, List<OutboundContent> answer) {
        var other = errands.kind(context).filter(kind -> kind != own).isPresent() && answer.getLast().options().isEmpty();
        return other ? pendingQuestion(context)
                .map(pending -> Bodies.together(Stream.concat(answer.stream(), pending.stream()).toList()))
                : Uni.createFrom().item(answer);
    }

    private Uni<List<OutboundContent>> say(ToolContext context, Step.Talk what) {
        if (misunderstandings.counts(context, what)) {
            return Uni.createFrom().item(List.of(misunderstandings.whileIdle(context, what)));
        }
        var words = talk.say(context, what);
        if (errands.kind(context).isPresent()) {
            return thenPending(context, Bodies.text(words));
        }
        return switch (what) {
            case HOW_CAN_I_HELP, OFF_TOPIC, STALE_TAP, HELP, ABOUT_YOU, FOREIGN, INSULT -> messages(talk.menu(words));
            case THANKS, FINE, VOICE, PICTURE, LOCATION, CONTACTS, UNREADABLE -> messages(Bodies.text(words));
        };
    }

    private Uni<List<OutboundContent>> services(ToolContext context, Optional<ServiceId> asked) {
        var idle = errands.kind(context).isEmpty();
        var known = tools.listServices(context);
        var answer = asked.or(() -> errands.draft(context).wish().services().stream().findFirst())
                .flatMap(id -> known.stream().filter(service -> service.id().equals(id)).findFirst())
                .map(service -> talk.service(service, idle)).orElseGet(() -> talk.services(context, idle));
        return thenPending(context, answer);
    }

    private Uni<List<OutboundContent>> appointments(ToolContext context) {
        return tools.myAppointments(context).flatMap(own -> thenPending(context,
                own.isEmpty() ? appointments.none() : appointments.list(context, own)));
    }

    private Uni<List<OutboundContent>> appointment(ToolContext context, AppointmentId id) {
        return tools.myAppointment(context, id).flatMap(found -> thenPending(context, found
                .map(it -> appointments.current(context, it))
                .orElseGet(appointments::notFound)));
    }

    private Uni<List<OutboundContent>> store(ToolContext context, String told) {
        return tools.updateMyInfo(context, told).map(update -> List.of(switch (update) {
            case NameUpdate.Stored(var name, _) -> talk.niceToMeetYou(name);
            case NameUpdate.NotAName() -> talk.menu(talk.say(context, Step.Talk.UNREADABLE));
        }));
    }

    private Uni<List<OutboundContent>> handOff(ToolContext context) {
        return tools.handoffToHuman(context, AskedBy.CUSTOMER, "").map(outcome -> List.of(handoffs.of(outcome)));
    }

    private Uni<List<OutboundContent>> askWhatToChange(ToolContext context, Situation situation, Draft draft) {
        var moves = situation.during(FlowKind.MODIFY);
        errands.to(context, moves ? FlowKind.MODIFY : FlowKind.BOOKING,
                moves ? FlowState.SELECTING_MODIFICATION : situation.state(), draft.misunderstandings(0));
        return messages(moves ? appointments.askWhatToChange() : bookingMessages.askWhatToChange());
    }

    private Uni<List<OutboundContent>> drop(ToolContext context) {
        var words = errands.kind(context).map(talk::dropped).orElseGet(() -> talk.say(context, Step.Talk.FINE));
        errands.drop(context);
        return context.reading().intent().filter(Intent.CANCEL::equals).isPresent() ? orAnother(context, words)
                : messages(talk.menu(words));
    }

    /** "Cancela" in the middle of a booking may have meant a visit that is in the books: those are shown, untouched. */
    private Uni<List<OutboundContent>> orAnother(ToolContext context, String words) {
        return tools.myAppointments(context).map(own -> own.isEmpty() ? List.of(talk.menu(words))
                : Bodies.prefixed(words, "\n\n", List.of(appointments.list(context, own))));
    }

    /** A question in the middle is answered, and then what was being asked is asked again. */
    private Uni<List<OutboundContent>> thenPending(ToolContext context, OutboundContent answer) {
        return pendingQuestion(context)
                .map(pending -> Bodies.together(Stream.concat(Stream.of(answer), pending.stream()).toList()));
    }

    private static Uni<List<OutboundContent>> messages(OutboundContent... messages) {
        return Uni.createFrom().item(List.of(messages));
    }
}
