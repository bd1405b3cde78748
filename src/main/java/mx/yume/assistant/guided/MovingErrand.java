package mx.yume.assistant.guided;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.Moving;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Part;

/** Moves an appointment in time: which one, to when, and then a yes to "from this to that". */
@ApplicationScoped
class MovingErrand {

    private final CustomerTools tools;
    private final Errands errands;
    private final TimeSearch times;
    private final AppointmentMessages messages;
    private final BookingTexts texts;

    MovingErrand(CustomerTools tools, Errands errands, TimeSearch times, AppointmentMessages messages, BookingTexts texts) {
        this.tools = tools;
        this.errands = errands;
        this.times = times;
        this.messages = messages;
        this.texts = texts;
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
        var candidates = Identifying.toMove(own, draft, said(context));
        var meant = Identifying.certain(candidates);
        if (meant.isPresent()) {
            var only = asksForMore(context, meant.get()) ? texts.onlyTheTime() : "";
            return when(context, chosen(context, draft, meant.get()), meant.get())
                    .map(asked -> Bodies.prefixed(only, "\n\n", asked));
        }
        errands.to(context, FlowKind.MODIFY, FlowState.IDENTIFYING_BOOKING, draft);
        return one(messages.askWhichToMove(context, candidates));
    }

    /** Another person or service than the appointment has: not to be passed over in silence. */
    private static boolean asksForMore(ToolContext context, Appointment it) {
        var reading = context.reading();
        var person = reading.staff().filter(mention -> !mention.candidates().contains(it.staff())).isPresent();
        var service = reading.services().stream().filter(mention -> mention.certain())
                .anyMatch(mention -> !mention.candidates().contains(it.service()));
        return person || service;
    }

    static String said(ToolContext context) {
        return context.turn().messages().stream().map(Incoming::body).collect(Collectors.joining(" "));
    }

    private static Draft chosen(ToolContext context, Draft draft, Appointment meant) {
        var first = draft.appointment().isEmpty() && Identifying.dayNames(meant, draft.wish());
        var named = draft.appointment(meant.id());
        return first ? named.wish(named.wish().another(false, context.zone())) : named;
    }

    private Uni<List<OutboundContent>> when(ToolContext context, Draft draft, Appointment it) {
        if (draft.wish().start().isEmpty() && context.reading().impossible()) {
            return collect(context, draft, Bodies.text(texts.impossible() + " " + texts.askWhen()));
        }
        var told = draft.wish(sameDay(context, draft.wish(), it));
        var start = told.wish().start().map(instant -> instant.atZone(context.zone()))
                .or(() -> TimeSearch.exact(context, told.wish()));
        return start.isPresent() ? move(context, told, it, start.get())
                : times.search(context, searched(told.wish(), it)).flatMap(search -> offered(context, told, it, search));
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

    /** The same service with the same person: only the time changes. */
    private static Wish searched(Wish wish, Appointment it) {
        return new Wish(it.parts().stream().map(Part::service).toList(), wish.day(), wish.time(), Optional.empty(),
                Optional.of(it.staff()), false, Optional.empty(), false, wish.excluded());
    }

    private Uni<List<OutboundContent>> offered(ToolContext context, Draft draft, Appointment it,
            TimeSearch.Search search) {
        return switch (search) {
            case TimeSearch.Search.Offer(var message, var kept) -> collect(context,
                    kept.day().isEmpty() ? draft.wish(draft.wish().another(false, context.zone())) : draft, message);
            case TimeSearch.Search.Start(var slot) -> move(context, draft, it, slot.start());
            case TimeSearch.Search.UnknownService() -> ended(context, Bodies.text(texts.unknownService()));
            case TimeSearch.Search.CannotServe() -> ended(context, Bodies.text(texts.cannotServeAny()));
        };
    }

    private Uni<List<OutboundContent>> move(ToolContext context, Draft draft, Appointment it, ZonedDateTime start) {
        var afterYes = context.saidYes(FlowKind.MODIFY);
        return tools.rescheduleAppointment(context, it.id(), start).flatMap(moving -> switch (moving) {
            case Moving.Moved(var before, var after, _) -> one(messages.moved(context, before, after));
            case Moving.NeedsConfirmation(var appointment, var summary) -> one(messages.moveSummary(context, appointment,
                    summary.newStart().atZone(context.zone()), errands.draft(context).shown().orElseThrow()));
            case Moving.Refused(var appointment, var why) ->
                one(times.refused(context, searched(draft.wish(), appointment), start, why, afterYes));
            case Moving.SameTime(var appointment) ->
                again(context, draft, appointment, messages.sameTime(context, appointment));
            case Moving.Changed(var now) -> one(messages.changed(context, now));
            case Moving.NotFound() -> ended(context, messages.notFound());
        });
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
