package mx.yume.assistant.guided;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Booking;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.FreeTimes;
import mx.yume.assistant.tools.PersonTools;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;

/** Books, asking for the first thing missing: service, time, who with, name, and then a yes to the summary. */
@ApplicationScoped
class BookingErrand {

    private final CustomerTools tools;
    private final PersonTools person;
    private final Errands errands;
    private final TimeSearch times;
    private final BookingMessages messages;
    private final RefusalMessages refusals;
    private final BookingTexts texts;

    BookingErrand(CustomerTools tools, PersonTools person, Errands errands, TimeSearch times, BookingMessages messages,
            RefusalMessages refusals,
            BookingTexts texts) {
        this.tools = tools;
        this.person = person;
        this.errands = errands;
        this.times = times;
        this.messages = messages;
        this.refusals = refusals;
        this.texts = texts;
    }

    Uni<List<OutboundContent>> next(ToolContext context, Draft draft) {
        var wish = draft.wish();
        if (wish.services().isEmpty() || !sold(context, wish)) {
            var candidates = candidates(context);
            return candidates.size() == 1
                    ? next(context, draft.wish(wish.service(candidates.getFirst().id(), context.zone())))
                    : askWhich(context, draft.wish(wish.withoutServices()), candidates);
        }
        if (wish.services().size() > Refusal.MOST_SERVICES) {
            return askWhich(context, draft.wish(wish.withoutServices()), List.of())
                    .map(asked -> Bodies.prefixed(new Refusal.TooMany().sentence(), " ", asked));
        }
        var doubtful = Doubtful.services(context, draft);
        if (doubtful.isPresent()) {
            return askWhich(context, draft.wish(wish.services(doubtful.get().certain(), context.zone())),
                    services(context, doubtful.get().candidates()));
        }
        var namesakes = namesakes(context);
        if (namesakes.size() > 1 && wish.staff().isEmpty()) {
            return ask(context, FlowState.COLLECTING_STAFF_PREFERENCE, draft, messages.askStaff(Optional.empty(), namesakes,
                    context.turn().localNow().toLocalDate()));
        }
        if (wish.start().isEmpty() && context.reading().impossible()) {
            return ask(context, FlowState.COLLECTING_DATETIME, draft, Bodies.text(texts.impossible() + " " + texts.askWhen()));
        }
        if (wish.start().isEmpty()) {
            return times.search(context, wish).flatMap(search -> searched(context, draft, search));
        }
        return wish.staff().isEmpty() && !wish.anyStaff() ? whoIsFree(context, draft) : nameAndSummary(context, draft);
    }

    private static boolean sold(ToolContext context, Wish wish) {
        return wish.services().stream().allMatch(id -> context.business().service(id).isPresent());
    }

    /** @param candidates all there are when none is nearer */
    private Uni<List<OutboundContent>> askWhich(ToolContext context, Draft draft, List<Service> candidates) {
        var question = messages.askService(candidates.isEmpty() ? context.business().services() : candidates,
                !candidates.isEmpty());
        return ask(context, FlowState.COLLECTING_SERVICE, draft, question)
                .map(asked -> Bodies.prefixed(context.reading().impossible() ? texts.impossible() : "", " ", asked));
    }

    private Uni<List<OutboundContent>> searched(ToolContext context, Draft draft, TimeSearch.Search search) {
        var wish = draft.wish();
        return switch (search) {
            case TimeSearch.Search.Start(var slot) -> staffOf(context, draft.wish(wish.start(slot.start().toInstant(),
                    context.zone())), slot);
            case TimeSearch.Search.Offer(var message, var kept) ->
                ask(context, FlowState.COLLECTING_DATETIME, draft.wish(kept), message);
            case TimeSearch.Search.UnknownService() -> unknownService(context, draft);
            case TimeSearch.Search.CannotServe() -> withoutStaff(context, draft);
        };
    }

    /** Looked up again, since a start may have been tapped long after it was offered. */
    private Uni<List<OutboundContent>> whoIsFree(ToolContext context, Draft draft) {
        var start = draft.wish().start().orElseThrow().atZone(context.zone());
        return tools.freeTimes(context, draft.wish(), DayReading.of(start.toLocalDate()))
                .flatMap(found -> slotAt(found, start).map(slot -> staffOf(context, draft, slot))
                        .orElseGet(() -> next(context, draft.wish(draft.wish().reopened(context.zone())))));
    }

    private static Optional<Slot> slotAt(FreeTimes found, ZonedDateTime start) {
        return found instanceof FreeTimes.Free(_, var slots)
                ? slots.stream().filter(slot -> slot.start().toInstant().equals(start.toInstant())).findFirst()
                : Optional.empty();
    }

    private Uni<List<OutboundContent>> staffOf(ToolContext context, Draft draft, Slot slot) {
        var wish = draft.wish();
        if (wish.staff().isPresent() || wish.anyStaff()) {
            return nameAndSummary(context, draft);
        }
        if (slot.staff().size() == 1 && wish.services().size() > 1) {
            return nameAndSummary(context, draft.wish(wish.anyone()));
        }
        if (slot.staff().size() == 1) {
            return nameAndSummary(context, draft.wish(wish.settledStaff(slot.staff().getFirst())));
        }
        return ask(context, FlowState.COLLECTING_STAFF_PREFERENCE, draft, messages.askStaff(Optional.of(slot.start()),
                members(context, slot.staff()), context.turn().localNow().toLocalDate()));
    }

    private Uni<List<OutboundContent>> nameAndSummary(ToolContext context, Draft draft) {
        var wish = draft.wish();
        if (wish.name().isEmpty() && (wish.forOther() || context.turn().person().name().isEmpty())) {
            return askName(context, draft);
        }
        return tools.bookAppointment(context, wish).flatMap(booking -> switch (booking) {
            case Booking.Booked(var appointment, _) ->
                Uni.createFrom().item(List.of(messages.booked(context, appointment, wish.forOther())));
            case Booking.NeedsConfirmation(var summary) -> Uni.createFrom().item(List.of(stillYou(context, draft,
                    messages.summary(context, summary, errands.draft(context).shown().orElseThrow()))));
            case Booking.NameMissing() -> askName(context, draft.wish(wish.withoutName()));
            case Booking.Refused(var why) -> refused(context, draft, why);
        });
    }

    /** Whoever told another business their name, and shares it, is asked whether that is who they are; once. */
    private Uni<List<OutboundContent>> askName(ToolContext context, Draft draft) {
        var start = draft.wish().start().orElseThrow().atZone(context.zone());
        var asked = draft.wish().forOther() || context.turn().offered().stream()
                .anyMatch(option -> Tap.parse(option.id()) instanceof Tap.OfName);
        return (asked ? Uni.createFrom().item(Optional.<String>empty()) : person.nameElsewhere(context))
                .chain(known -> ask(context, FlowState.COLLECTING_PERSONAL_INFO, draft,
                        known.map(name -> messages.areYou(context, start, name))
                                .orElseGet(() -> messages.askName(context, start))));
    }

    /** A name that nobody confirmed for long is asked about together with the rest. */
    private OutboundContent stillYou(ToolContext context, Draft draft, OutboundContent summary) {
        var known = context.turn().person();
        return known.nameIsOld(context.turn().now()) && !draft.wish().forOther()
                && (draft.wish().name().isEmpty() || draft.wish().name().equals(known.name()))
                        ? Bodies.prefixed(texts.stillYou(known.name().orElseThrow()), "\n\n", List.of(summary)).getFirst()
                        : summary;
    }

    private Uni<List<OutboundContent>> refused(ToolContext context, Draft draft, Refusal why) {
        return switch (why) {
            case Refusal.UnknownService() -> unknownService(context, draft);
            case Refusal.CannotServe() -> withoutStaff(context, draft);
            case Refusal.AtThatTime _,Refusal.AtAnyTime _ -> {
                var start = draft.wish().start().orElseThrow().atZone(context.zone());
                yield Uni.createFrom().item(List.of(
                        times.refused(context, draft.wish(), start, why, context.saidYes(FlowKind.BOOKING))));
            }
        };
    }

    private Uni<List<OutboundContent>> unknownService(ToolContext context, Draft draft) {
        return ask(context, FlowState.COLLECTING_SERVICE, draft.wish(draft.wish().withoutServices()),
                messages.askService(context.business().services(), false))
                .map(asked -> Bodies.prefixed(texts.unknownService(), " ", asked));
    }

    /** Whoever was asked for does not give the service: said, and shown who else does. */
    private Uni<List<OutboundContent>> withoutStaff(ToolContext context, Draft draft) {
        var why = refusals.cannotServe(context, draft.wish());
        return next(context, draft.wish(draft.wish().withoutStaff().reopened(context.zone())))
                .map(messages -> Bodies.prefixed(why, "\n", messages));
    }

    /** What the words could mean, else what could be meant before and still waits for an answer. */
    private static List<Service> candidates(ToolContext context) {
        var named = services(context, context.reading().services().stream()
                .flatMap(mention -> mention.candidates().stream()).distinct().toList());
        return named.isEmpty() ? offeredServices(context) : named;
    }

    private static List<Service> services(ToolContext context, List<ServiceId> ids) {
        return ids.stream().flatMap(id -> context.business().service(id).stream()).toList();
    }

    /** The few that "uñas" could mean are still the question when the answer was about the day. */
    private static List<Service> offeredServices(ToolContext context) {
        var learnt = context.reading().day().isPresent() || context.reading().time().isPresent();
        return learnt ? context.turn().offered().stream().map(option -> Tap.parse(option.id()))
                .flatMap(tap -> tap instanceof Tap.OfService(var id) ? context.business().service(id).stream() : Stream.empty())
                .toList() : List.of();
    }

    private static List<StaffMember> namesakes(ToolContext context) {
        return context.reading().staff().map(mention -> members(context, mention.candidates())).orElse(List.of());
    }

    private static List<StaffMember> members(ToolContext context, List<StaffId> ids) {
        return ids.stream().flatMap(id -> context.business().staffMember(id).stream()).toList();
    }

    private Uni<List<OutboundContent>> ask(ToolContext context, FlowState state, Draft draft, OutboundContent question) {
        errands.to(context, FlowKind.BOOKING, state, draft.nothingShown());
        return Uni.createFrom().item(Bodies.prefixed(doubtfulDay(context, question), " ", List.of(question)));
    }

    /** A day that can be read in two ways is said in full, unless the question says it anyway. */
    private String doubtfulDay(ToolContext context, OutboundContent question) {
        var today = context.turn().localNow().toLocalDate();
        return context.reading().day().filter(day -> day.confirm() && day.from().equals(day.to()))
                .map(day -> SpanishWriter.date(day.from(), today)).filter(date -> !question.body().contains(date))
                .map(texts::understoodDay).orElse("");
    }

    /** The names to choose from, for whoever was not understood. */
    List<String> staffNames(ToolContext context, Draft draft) {
        return draft.wish().services().stream().flatMap(service -> context.business().bookableOnline(service).stream())
                .map(StaffMember::name).distinct().toList();
    }

    /** An example of what can be asked for. */
    static String firstService(ToolContext context) {
        return context.business().services().stream().findFirst().map(Service::name).orElse("");
    }
}
