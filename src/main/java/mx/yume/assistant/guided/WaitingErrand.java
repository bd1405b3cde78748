package mx.yume.assistant.guided;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Errands;
import mx.yume.assistant.tools.Summary;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Waiting;
import mx.yume.assistant.tools.WaitingTexts;
import mx.yume.assistant.tools.WaitlistTools;
import mx.yume.assistant.tools.Wish;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.waitlist.AnswerOutcome;
import mx.yume.scheduling.waitlist.EntryId;
import mx.yume.scheduling.waitlist.OfferId;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/** The waiting list: getting on it, what one waits for, getting off it, and answers to a time that was freed. */
@ApplicationScoped
class WaitingErrand {

    /** Whoever asked for one hour is told of what is free around it. */
    private static final int HOURS_AROUND = 1;

    private final WaitlistTools tools;
    private final Errands errands;
    private final BookingMessages booking;
    private final WaitingTexts texts;

    WaitingErrand(WaitlistTools tools, Errands errands, BookingMessages booking, WaitingTexts texts) {
        this.tools = tools;
        this.errands = errands;
        this.booking = booking;
        this.texts = texts;
    }

    /** Whether it is known what to wait for. */
    static boolean complete(Wish wish) {
        return !wish.services().isEmpty() && wish.day().isPresent();
    }

    Uni<List<OutboundContent>> perform(ToolContext context, Step.OfWaiting step) {
        return switch (step) {
            case Step.Wait(var draft) -> next(context, draft);
            case Step.WaitForThis(var draft) -> complete(draft.wish()) ? join(context, draft, true) : next(context, draft);
            case Step.TellWaitlist() -> tools.mine(context).map(mine -> List.of(waiting(context, mine)));
            case Step.LeaveWaitlist(var entry) -> leave(context, entry);
            case Step.AnswerOffer(var offer, var yes) -> yes ? accept(context, offer) : decline(context, offer);
        };
    }

    /** The first thing missing, or a yes to the summary. */
    Uni<List<OutboundContent>> next(ToolContext context, Draft draft) {
        var wish = draft.wish();
        if (wish.services().isEmpty() || !wish.services().stream().allMatch(id -> context.business().service(id).isPresent())) {
            return ask(context, FlowState.COLLECTING_SERVICE, draft, booking.askService(context.business().services(), false));
        }
        return wish.day().isEmpty() ? ask(context, FlowState.COLLECTING_DATETIME, draft, Bodies.text(texts.askDay()))
                : join(context, draft, false);
    }

    private Uni<List<OutboundContent>> join(ToolContext context, Draft draft, boolean agreed) {
        var wish = draft.wish().reopened(context.zone());
        var day = wish.day().orElseThrow();
        var time = wish.time();
        var exact = time.filter(said -> said.exact()).isPresent();
        var from = time.map(said -> exact ? said.from().minusHours(HOURS_AROUND) : said.from()).orElse(LocalTime.MIDNIGHT);
        var to = time.map(said -> exact ? said.to().plusHours(HOURS_AROUND) : said.to()).orElse(LocalTime.MIDNIGHT);
        var name = wish.name().or(() -> wish.forOther() ? Optional.empty() : context.turn().person().name());
        if (!agreed) {
            errands.to(context, FlowKind.WAITLIST, FlowState.CONFIRMING_SUMMARY, draft);
        }
        return tools
                .join(context, wish.wanted(context.business()), day.from().atTime(from), until(day.to(), from, to), name,
                        agreed)
                .chain(waiting -> told(context, draft, waiting));
    }

    private static LocalDateTime until(LocalDate last, LocalTime from, LocalTime to) {
        return to.isAfter(from) ? last.atTime(to) : last.plusDays(1).atStartOfDay();
    }

    private Uni<List<OutboundContent>> told(ToolContext context, Draft draft, Waiting waiting) {
        return switch (waiting) {
            case Waiting.Joined(var entry, var sentence) -> one(joined(context, entry, sentence));
            case Waiting.Repeated(var sentence) -> one(Bodies.text(sentence));
            case Waiting.NeedsConfirmation(var summary) -> one(summary(context, summary));
            case Waiting.NameMissing() ->
                ask(context, FlowState.COLLECTING_PERSONAL_INFO, draft, Bodies.text(texts.askName()));
            case Waiting.Refused(var sentence) -> one(Bodies.text(sentence));
        };
    }

    private OutboundContent joined(ToolContext context, WaitlistEntry entry, String sentence) {
        var body = errands.active(context, FlowKind.BOOKING) ? sentence + "\n" + texts.orAnother() : sentence;
        return Bodies.choice(body, texts.see(), List.of(Bodies.option(new Tap.Leave(entry.id()), texts.leave())));
    }

    private OutboundContent summary(ToolContext context, Summary.Wait summary) {
        var shown = errands.draft(context).shown().orElseThrow();
        return Bodies.choice(texts.summary(tools.words(context, summary)), texts.see(),
                List.of(Bodies.option(new Tap.Yes(Optional.of(shown.turn())), texts.yes()),
                        Bodies.option(new Tap.Change(Tap.What.TIME), texts.otherDay()),
                        Bodies.option(new Tap.No(), texts.no())));
    }

    private OutboundContent waiting(ToolContext context, List<WaitlistEntry> mine) {
        return mine.isEmpty() ? Bodies.text(texts.none()) : toLeave(context, texts.waiting(lines(context, mine)), mine);
    }

    private OutboundContent toLeave(ToolContext context, String body, List<WaitlistEntry> mine) {
        return mine.size() == 1
                ? Bodies.choice(body, texts.see(), List.of(Bodies.option(new Tap.Leave(mine.getFirst().id()), texts.leave())))
                : Bodies.list(body, texts.see(), mine.stream()
                        .map(entry -> Bodies.row(new Tap.Leave(entry.id()), texts.leave(), tools.words(context, entry)))
                        .toList());
    }

    private String lines(ToolContext context, List<WaitlistEntry> mine) {
        return mine.stream().map(entry -> "• " + tools.words(context, entry)).collect(Collectors.joining("\n"));
    }

    private Uni<List<OutboundContent>> leave(ToolContext context, Optional<EntryId> entry) {
        if (errands.active(context, FlowKind.WAITLIST)) {
            errands.drop(context);
        }
        return entry.map(id -> tools.leave(context, id).map(answer -> List.of(Bodies.text(answer.sentence()))))
                .orElseGet(() -> tools.mine(context).chain(mine -> mine.size() == 1
                        ? leave(context, Optional.of(mine.getFirst().id()))
                        : one(mine.isEmpty() ? Bodies.text(texts.none()) : toLeave(context, texts.askWhichToLeave(), mine))));
    }

    private Uni<List<OutboundContent>> accept(ToolContext context, OfferId offer) {
        return tools.accept(context, offer).map(outcome -> List.of(switch (outcome) {
            case AnswerOutcome.Booked(var appointment) -> booking.booked(context, appointment, false);
            case AnswerOutcome.Declined() -> Bodies.text(texts.declined());
            case AnswerOutcome.NotCounted why -> Bodies.text(why.sentence());
        }));
    }

    private Uni<List<OutboundContent>> decline(ToolContext context, OfferId offer) {
        return tools.decline(context, offer).map(outcome -> List.of(Bodies.text(switch (outcome) {
            case AnswerOutcome.Declined() -> texts.declined();
            case AnswerOutcome.NotCounted why -> why.sentence();
            case AnswerOutcome.Booked _ -> throw new IllegalStateException("A no that books");
        })));
    }

    private Uni<List<OutboundContent>> ask(ToolContext context, FlowState state, Draft draft, OutboundContent question) {
        errands.to(context, FlowKind.WAITLIST, state, draft.nothingShown());
        return one(question);
    }

    private static Uni<List<OutboundContent>> one(OutboundContent message) {
        return Uni.createFrom().item(List.of(message));
    }
}
