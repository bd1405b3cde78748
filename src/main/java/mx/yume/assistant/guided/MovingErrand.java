package mx.yume.assistant.guided;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Difference;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.Moving;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;

/** Changes an appointment: which one, to what and when, and then a yes to "from this to that". */
@ApplicationScoped
class MovingErrand {

    private final CustomerTools tools;
    private final Errands errands;
    private final TimeSearch times;
    private final ChangeQuestions questions;
    private final AppointmentMessages messages;
    private final BookingTexts texts;
    private final RefusalMessages refusals;

    MovingErrand(CustomerTools tools, Errands errands, TimeSearch times, ChangeQuestions questions,
            AppointmentMessages messages, BookingTexts texts, RefusalMessages refusals) {
        this.tools = tools;
        this.errands = errands;
        this.times = times;
        this.questions = questions;
        this.messages = messages;
        this.texts = texts;
        this.refusals = refusals;
    }

    Uni<List<OutboundContent>> next(ToolContext context, Draft draft) {
        return tools.myAppointments(context).flatMap(own -> which(context, draft, upcoming(context, own)));
    }

    /** What has begun is still listed as theirs, but is nobody's to move any more. */
    static List<Appointment> upcoming(ToolContext context, List<Appointment> own) {
        return own.stream().filter(it -> it.start().toInstant().isAfter(context.turn().now())).toList();
    }

    private Uni<List<OutboundContent>> which(ToolContext context, Draft draft, List<Appointment> own) {
        var chosen = draft.appointment();
        if (chosen.isPresent() && own.stream().noneMatch(it -> it.id().equals(chosen.get()))) {
            return tools.myAppointment(context, chosen.get()).flatMap(found -> ended(context,
                    found.map(now -> messages.changed(context, now)).orElseGet(messages::notFound)));
        }
        if (own.isEmpty()) {
            return ended(context, messages.none());
        }
        var services = Wording.services(context, draft.wish().services());
        var candidates = Identifying.toMove(own, draft, services.which(), said(context));
        var meant = Identifying.certain(candidates);
        if (meant.isPresent()) {
            return what(context, chosen(context, draft, services, meant.get()), meant.get());
        }
        errands.to(context, FlowKind.MODIFY, FlowState.IDENTIFYING_BOOKING, services.becomes().isEmpty() ? draft
                : draft.wish(draft.wish().services(services.becomes(), context.zone())));
        return one(messages.askWhichToMove(context, candidates));
    }

    static String said(ToolContext context) {
        return context.turn().messages().stream().map(Incoming::body).collect(Collectors.joining(" "));
    }

    /** What told which appointment is meant says nothing of what it is to become. */
    private static Draft chosen(ToolContext context, Draft draft, Wording.Services named, Appointment it) {
        var identified = draft.appointment(it.id());
        if (draft.appointment().isPresent() && !draft.wish().services().isEmpty()) {
            return named.becomes().isEmpty() ? identified
                    : identified.wish(identified.wish().services(named.becomes(), context.zone()));
        }
        var first = draft.appointment().isEmpty();
        var wish = first && Identifying.dayNames(it, draft.wish()) ? draft.wish().another(false, context.zone())
                : draft.wish();
        wish = first && named.becomes().isEmpty() && wish.staff().filter(who -> gives(who, it)).isPresent()
                ? wish.withoutStaff()
                : wish;
        return identified.wish(wish.services(services(context, wish, named, it), context.zone()));
    }

    private static boolean gives(StaffId who, Appointment it) {
        return it.parts().stream().allMatch(part -> part.staff().equals(who));
    }

    private static List<ServiceId> services(ToolContext context, Wish wish, Wording.Services named, Appointment it) {
        var now = Difference.services(it);
        if (!named.becomes().isEmpty() && named.which().isEmpty()) {
            return named.becomes();
        }
        if (context.amendsServices()) {
            return context.servicesAfter(now);
        }
        return !named.becomes().isEmpty() ? named.becomes() : now.containsAll(wish.services()) ? now : wish.services();
    }

    private Uni<List<OutboundContent>> what(ToolContext context, Draft draft, Appointment it) {
        var state = context.turn().progress().activeFlow().map(Flow::state).orElse(FlowState.INITIATED);
        var asked = Wording.asked(context).or(() -> Wording.pending(context, state));
        if (draft.wish().services().isEmpty()) {
            return questions.ask(context, draft.wish(draft.wish().services(Difference.services(it), context.zone())), it,
                    Wording.Aspect.SERVICE);
        }
        return asked.filter(aspect -> aspect != Wording.Aspect.TIME).map(aspect -> questions.ask(context, draft, it, aspect))
                .orElseGet(() -> when(context, draft, it));
    }

    private Uni<List<OutboundContent>> when(ToolContext context, Draft draft, Appointment it) {
        if (draft.wish().start().isEmpty() && context.reading().impossible()) {
            return collect(context, draft, Bodies.text(texts.impossible() + " " + texts.askWhen()));
        }
        var told = draft.wish(sameDay(context, draft.wish(), it));
        var start = told.wish().start().map(instant -> instant.atZone(context.zone()))
                .or(() -> TimeSearch.exact(context, told.wish())).or(() -> sameTime(context, told.wish(), it));
        return start.isPresent() ? move(context, told, it, start.get())
                : times.search(context, searched(told.wish(), it), Optional.of(it))
                        .flatMap(search -> offered(context, told, it, search));
    }

    /** "Cambia mi cita a corte y barba" says nothing of the time: it stays, if it can. */
    private static Optional<ZonedDateTime> sameTime(ToolContext context, Wish wish, Appointment it) {
        var otherwise = wish.day().isPresent() || wish.time().isPresent();
        return !otherwise && Difference.any(context.business(), wish, it) && Wording.asked(context).isEmpty()
                && context.reading().intent().filter(intent -> intent == Intent.BACK).isEmpty()
                        ? Optional.of(it.start())
                        : Optional.empty();
    }

    /** "Muévela a las 6" stays on its day; "media hora más tarde" is counted from where it is. */
    private static Wish sameDay(ToolContext context, Wish wish, Appointment it) {
        var shift = wish.start().isEmpty() && wish.time().isEmpty() ? Shift.in(context) : Optional.<Duration>empty();
        if (shift.isPresent()) {
            return wish.start(it.start().plus(shift.get()).toInstant(), context.zone());
        }
        return wish.day().isEmpty() && wish.time().isPresent()
                ? wish.when(Optional.of(DayReading.of(it.start().toLocalDate())), Optional.empty(), context.zone())
                : wish;
    }

    /** With the person it has, where neither services nor people are to be others: only the time changes. */
    private static Wish searched(Wish wish, Appointment it) {
        var others = wish.staff().isPresent() || wish.anyStaff() || !wish.services().equals(Difference.services(it));
        return others ? wish : wish.settledStaff(it.staff());
    }

    private Uni<List<OutboundContent>> offered(ToolContext context, Draft draft, Appointment it,
            TimeSearch.Search search) {
        return switch (search) {
            case TimeSearch.Search.Offer(var message, var kept) -> collect(context,
                    kept.day().isEmpty() ? draft.wish(draft.wish().another(false, context.zone())) : draft, message);
            case TimeSearch.Search.Start(var slot) -> move(context, draft, it, slot.start());
            case TimeSearch.Search.UnknownService() -> ended(context, Bodies.text(texts.unknownService()));
            case TimeSearch.Search.CannotServe() -> cannotServe(context, draft, it);
        };
    }

    private Uni<List<OutboundContent>> move(ToolContext context, Draft draft, Appointment it, ZonedDateTime start) {
        var afterYes = context.saidYes(FlowKind.MODIFY);
        var wish = draft.wish().start(start.toInstant(), context.zone());
        return tools.rescheduleAppointment(context, it.id(), wish).flatMap(moving -> switch (moving) {
            case Moving.Moved(var before, var after, _) -> one(messages.moved(context, before, after));
            case Moving.NeedsConfirmation(var appointment, var summary) -> one(messages.moveSummary(context, appointment,
                    summary, errands.draft(context).shown().orElseThrow()));
            case Moving.Refused(_, Refusal.CannotServe _) -> cannotServe(context, draft, it);
            case Moving.Refused(var appointment, var why) ->
                one(times.refused(context, searched(draft.wish(), appointment), start, why, afterYes));
            case Moving.SameTime(var appointment) ->
                again(context, draft, appointment, messages.sameTime(context, appointment));
            case Moving.Changed(var now) -> one(messages.changed(context, now));
            case Moving.NotFound() -> ended(context, messages.notFound());
        });
    }

    /** Whoever was asked for does not give it: said, and asked who else. */
    private Uni<List<OutboundContent>> cannotServe(ToolContext context, Draft draft, Appointment it) {
        var why = refusals.cannotServe(context, draft.wish());
        return questions.ask(context, draft.wish(draft.wish().withoutStaff()), it, Wording.Aspect.STAFF)
                .map(asked -> Bodies.prefixed(why, "\n", asked));
    }

    private Uni<List<OutboundContent>> again(ToolContext context, Draft draft, Appointment it, String why) {
        return when(context, draft.wish(draft.wish().another(false, context.zone())), it)
                .map(question -> Bodies.prefixed(why, "\n", question));
    }

    private Uni<List<OutboundContent>> collect(ToolContext context, Draft draft, OutboundContent message) {
        errands.to(context, FlowKind.MODIFY, FlowState.COLLECTING_NEW_DATETIME, draft.nothingShown());
        return one(message);
    }

    private Uni<List<OutboundContent>> ended(ToolContext context, OutboundContent message) {
        if (errands.active(context, FlowKind.MODIFY)) {
            errands.drop(context);
        }
        return one(message);
    }

    private static Uni<List<OutboundContent>> one(OutboundContent message) {
        return Uni.createFrom().item(List.of(message));
    }
}
