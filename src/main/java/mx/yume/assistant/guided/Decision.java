package mx.yume.assistant.guided;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

import mx.yume.assistant.guided.Step.Talk;
import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Filling;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;

/** Decides what to do about a turn. Pure: what the messages say and what was being asked are all it knows. */
final class Decision {

    private static final Pattern DAY = Pattern.compile("\\b(?:d[ií]a|fecha)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\b(?:cambi|corrig|corre|otro|mal)\\p{L}* (?:el |mi |de )?nombre\\b"
            + "|\\bnombre (?:est[aá] |es )?(?:mal|equivocad|incorrect)|^(?:el |mi )?nombre\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile("\\b(?:horas?|horarios?|d[ií]a|fecha)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_SHARED = Pattern.compile(
            "^\\W*(?:por favor )?no (?:quiero )?compart(?:ir|an?|as)(?: mi nombre)?\\W*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHARED = Pattern.compile(
            "^\\W*(?:s[ií] )?(?:quiero )?comp[aá]rt(?:ir|an?|e)(?: mi nombre)?\\W*$",
            Pattern.CASE_INSENSITIVE);

    private final Situation it;
    private final ToolContext context;
    private final Reading reading;

    private Decision(Situation situation) {
        this.it = situation;
        this.context = situation.context();
        this.reading = situation.context().reading();
    }

    static Step of(Situation situation) {
        return new Decision(situation).step();
    }

    private Step step() {
        if (context.wordless()) {
            return wordless(context.turn().messages());
        }
        var last = context.heard().stream().filter(heard -> !heard.message().body().isBlank() || heard.tap().isPresent())
                .reduce((earlier, later) -> later).flatMap(heard -> heard.tap());
        return last.isPresent() ? new TapDecision(it).step(last.get()) : words();
    }

    private static Step wordless(List<Incoming> messages) {
        var kinds = messages.stream().map(Incoming::kind).toList();
        var telling = kinds.stream().filter(kind -> kind != InboundKind.STICKER && kind != InboundKind.REACTION)
                .reduce((earlier, later) -> later);
        return telling.<Step>map(kind -> new Step.Say(switch (kind) {
            case AUDIO -> Talk.VOICE;
            case IMAGE, VIDEO, DOCUMENT -> Talk.PICTURE;
            case LOCATION -> Talk.LOCATION;
            case CONTACTS -> Talk.CONTACTS;
            case TEXT, CHOICE, STICKER, REACTION, UNKNOWN -> Talk.UNREADABLE;
        })).orElseGet(Step.Silence::new);
    }

    private Step words() {
        return Answering.of(it).or(() -> WaitingWords.of(it)).or(this::sharing).orElseGet(this::errand);
    }

    private Optional<Step> sharing() {
        return says(NOT_SHARED) ? Optional.of(new Step.Allow(Step.Permission.NAME, false))
                : says(SHARED) ? Optional.of(new Step.Allow(Step.Permission.NAME, true)) : Optional.empty();
    }

    private Step errand() {
        if (it.idle() && Wording.amendsAppointment(context)) {
            return new Step.Move(it.anew());
        }
        if (it.during(FlowKind.BOOKING) && says(NAME) && reading.name().isEmpty() && !it.learnt() && !saysSomething()) {
            return goOn(Filling.otherName(it.filled(), context));
        }
        if (it.confirming() && it.filled().shown().isPresent()
                && it.flow().filter(flow -> context.saidYes(flow.kind())).isPresent()) {
            return goOn(it.filled());
        }
        if (it.during(FlowKind.MODIFY) && Shift.in(context).isPresent()) {
            return goOn(it.filled().wish(it.filled().wish().another(false, context.zone())));
        }
        return reading.intent().map(this::intended).orElseGet(this::unintended);
    }

    private Step intended(Intent intent) {
        if (namedAsAsked()) {
            return goOn(it.filled());
        }
        return switch (intent) {
            case WAITLIST -> goOn(it.filled());
            case BOOK -> book();
            case USUAL -> usual();
            case MOVE -> move();
            case CANCEL, CANCEL_ALL ->
                it.during(FlowKind.BOOKING) ? new Step.Drop() : new Step.Cancel(sameAppointment(FlowKind.CANCEL));
            case MY_APPOINTMENTS -> new Step.TellAppointments();
            case SERVICES -> services();
            case HOURS -> it.learnt() ? goOn(it.filled()) : new Step.TellHours(oneDay());
            case ADDRESS -> new Step.TellAddress();
            case GREETING -> it.idle() && !wantsSomething() && reading.name().isEmpty() ? new Step.Greet() : unintended();
            case THANKS -> it.learnt() || wantsSomething() ? unintended() : new Step.Say(Talk.THANKS);
            case HELP -> new Step.Say(Talk.HELP);
            case ABOUT_YOU -> new Step.Say(Talk.ABOUT_YOU);
            case INSULT -> new Step.Say(Talk.INSULT);
            case FOREIGN -> new Step.Say(Talk.FOREIGN);
            case BACK -> back();
            case DROP -> it.idle() ? new Step.Say(Talk.FINE) : new Step.Drop();
            case HUMAN -> new Step.HandOff();
            case OPT_OUT -> new Step.Allow(Step.Permission.NOTICES, false);
            case OPT_IN -> new Step.Allow(Step.Permission.NOTICES, true);
        };
    }

    private Optional<LocalDate> oneDay() {
        return reading.day().filter(day -> day.from().equals(day.to())).map(DayReading::from);
    }

    /** Whoever only asks for an appointment is offered what they usually have. */
    private Step book() {
        if (it.during(FlowKind.BOOKING)) {
            return goOn(it.filled());
        }
        var draft = it.booking();
        var bare = draft.wish().equals(Wish.NOTHING) && reading.services().isEmpty() && !reading.impossible();
        return it.idle() && bare ? new Step.OfferUsual(draft) : new Step.Book(draft);
    }

    private Step usual() {
        return new Step.TakeUsual(it.during(FlowKind.BOOKING) ? understood(it.filled()) : it.anew(),
                it.usualOffered().flatMap(Tap.Usual::start), true);
    }

    private boolean namedAsAsked() {
        return it.state() == FlowState.COLLECTING_PERSONAL_INFO && it.filled().wish().name().isPresent()
                && !it.filled().wish().name().equals(it.before().wish().name());
    }

    /** In a booking not made yet, moving is a change of mind. */
    private Step move() {
        if (!it.during(FlowKind.BOOKING)) {
            return new Step.Move(sameAppointment(FlowKind.MODIFY));
        }
        return it.learnt() ? goOn(it.filled()) : elsewhen();
    }

    /** "Otra hora": of the day that was spoken of, or of any when that day's were shown already. */
    private Step elsewhen() {
        var wish = it.filled().wish();
        var keepDay = it.state() != FlowState.COLLECTING_DATETIME || wish.time().isPresent();
        return goOn(it.filled().wish(wish.another(keepDay && !says(DAY), context.zone())));
    }

    private boolean says(Pattern words) {
        return context.turn().messages().stream().anyMatch(message -> words.matcher(message.body()).find());
    }

    /** From moving to cancelling and back, it is the same appointment that is talked about. */
    private Draft sameAppointment(FlowKind kind) {
        if (it.during(kind)) {
            return understood(it.filled());
        }
        return it.filled().appointment().map(it.anew()::appointment).orElseGet(it::anew);
    }

    private Step services() {
        var asked = reading.services().stream().filter(mention -> mention.certain())
                .map(mention -> mention.candidates().getFirst()).findFirst();
        if (it.learnt() && (reading.day().isPresent() || reading.time().isPresent())) {
            return priceAndOn(asked, it.idle() ? new Step.Book(it.booking()) : goOn(it.filled()));
        }
        if (it.idle() && (reading.day().isPresent() || reading.time().isPresent()) && !reading.services().isEmpty()) {
            return priceAndOn(asked, new Step.Book(it.booking()));
        }
        return new Step.TellServices(asked);
    }

    /** "¿Cuánto cuesta y tienes mañana?": both are answered. */
    private Step priceAndOn(Optional<ServiceId> asked, Step on) {
        return asked.or(() -> it.filled().wish().services().stream().findFirst())
                .<Step>map(service -> new Step.PriceAndOn(service, on)).orElse(on);
    }

    private Step back() {
        if (it.idle()) {
            return new Step.Greet();
        }
        if (it.learnt()) {
            return goOn(it.filled());
        }
        if (it.during(FlowKind.BOOKING) && says(TIME) && !it.filled().wish().services().isEmpty()) {
            return elsewhen();
        }
        var wish = it.filled().wish();
        return switch (it.state()) {
            case CONFIRMING_SUMMARY, COLLECTING_PERSONAL_INFO, COLLECTING_STAFF_PREFERENCE ->
                goOn(it.filled().wish(wish.another(true, context.zone())));
            case COLLECTING_DATETIME -> goOn(it.filled().wish(wish.withoutServices().another(false, context.zone())));
            case COLLECTING_NEW_DATETIME -> goOn(it.filled().wish(wish.another(false, context.zone())));
            default -> new Step.Drop();
        };
    }

    private Step unintended() {
        if (it.idle()) {
            return idle();
        }
        if (it.learnt() || ambiguous() || saysSomething()) {
            return goOn(it.filled());
        }
        if (reading.answer().filter(Answer.NO::equals).isPresent()) {
            return no();
        }
        return reading.intent().isPresent() ? goOn(it.filled()) : new Step.Misunderstood(it.before().misunderstandings() + 1);
    }

    private Step idle() {
        if (it.usualOffered().isPresent() && wantsSomething() && reading.services().isEmpty()) {
            return usual();
        }
        if (wantsSomething()) {
            return new Step.Book(it.booking());
        }
        if (reading.name().isPresent()) {
            return new Step.StoreName(reading.name().get());
        }
        return reading.answer().<Step>map(answer -> switch (answer) {
            case YES -> yes();
            case NO -> it.usualOffered().isPresent() ? new Step.Book(it.anew()) : new Step.Say(Talk.FINE);
        }).orElseGet(() -> new Step.Say(Talk.OFF_TOPIC));
    }

    /** To "¿te ayudo con algo más?", or to the one thing that was offered. */
    private Step yes() {
        if (it.usualOffered().isPresent()) {
            return new Step.TakeUsual(it.anew(), it.usualOffered().get().start(), false);
        }
        var offered = context.turn().offered().stream().map(option -> Tap.parse(option.id())).toList();
        var books = offered.size() == 1
                && (offered.getFirst() instanceof Tap.OfService || offered.getFirst().equals(new Tap.OfMenu(Tap.Menu.BOOK)));
        return books ? new Step.Book(it.booking()) : new Step.Say(Talk.HOW_CAN_I_HELP);
    }

    private Step no() {
        if (it.during(FlowKind.WAITLIST)) {
            return new Step.Drop();
        }
        var wish = it.filled().wish();
        return switch (it.state()) {
            case CONFIRMING_SUMMARY, COLLECTING_STAFF_PREFERENCE -> new Step.AskWhatToChange(it.filled().nothingShown());
            case COLLECTING_DATETIME, COLLECTING_NEW_DATETIME ->
                goOn(it.filled().wish(wish.another(false, context.zone())));
            case COLLECTING_PERSONAL_INFO -> new Step.Misunderstood(it.before().misunderstandings() + 1);
            default -> new Step.Drop();
        };
    }

    /** The same again is understood all the same: what was true of it still is. */
    private boolean saysSomething() {
        return !reading.services().isEmpty() || reading.day().isPresent() || reading.time().isPresent()
                || reading.staff().isPresent() || reading.name().isPresent() || reading.impossible();
    }

    private boolean wantsSomething() {
        return !reading.services().isEmpty() || reading.day().isPresent() || reading.time().isPresent()
                || reading.staff().isPresent() || reading.impossible()
                || (it.idle() && !it.filled().equals(Draft.EMPTY) && reading.name().isEmpty());
    }

    /** Something was named that can mean several things: that is a question to ask, not a misunderstanding. */
    private boolean ambiguous() {
        return reading.services().size() > 1 || reading.services().stream().anyMatch(mention -> !mention.certain())
                || reading.staff().filter(mention -> !mention.certain()).isPresent();
    }

    private Step goOn(Draft draft) {
        return goOn(it, draft);
    }

    static Step goOn(Situation it, Draft draft) {
        return it.flow().map(flow -> flow.kind()).<Step>map(kind -> switch (kind) {
            case BOOKING -> new Step.Book(understood(draft));
            case MODIFY -> new Step.Move(understood(draft));
            case CANCEL -> new Step.Cancel(understood(draft));
            case WAITLIST -> new Step.Wait(understood(draft));
            case RATING -> new Step.Rate(draft.appointment(), OptionalInt.empty());
            default -> new Step.Book(understood(draft));
        }).orElseGet(() -> new Step.Book(understood(draft)));
    }

    private static Draft understood(Draft draft) {
        return draft.misunderstandings(0);
    }
}
