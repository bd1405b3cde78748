package mx.yume.assistant.founding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.business.WeekReading.Doubt;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Json;
import mx.yume.business.founding.BusinessType;
import mx.yume.business.hours.HoursCheck;
import mx.yume.business.hours.HoursOutcome.CrossesMidnight;
import mx.yume.conversation.Effects;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.FounderTurn;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Reply;
import mx.yume.customers.Customers;

/**
 * The guided assistant of founders: what the words say for certain goes into the draft, whatever was asked; what changed is shown
 * back, and then the first thing missing is asked for. No network but the database.
 */
@ApplicationScoped
public class FoundingAssistant {

    private final FoundingTools tools;
    private final CompleteOnboarding complete;
    private final FoundingDrafts drafts;
    private final FoundingWords words;
    private final FoundingTexts texts;
    private final Customers customers;
    private final Effects effects;
    private final Json json;

    FoundingAssistant(FoundingTools tools, CompleteOnboarding complete, FoundingDrafts drafts, FoundingWords words,
            FoundingTexts texts, Customers customers, Effects effects, Json json) {
        this.tools = tools;
        this.complete = complete;
        this.drafts = drafts;
        this.words = words;
        this.texts = texts;
        this.customers = customers;
        this.effects = effects;
        this.json = json;
    }

    public Uni<Reply> answer(FounderTurn turn) {
        var asking = FounderAsking.of(turn);
        return effects.of(turn.key()).chain(done -> done.isEmpty() ? respond(asking)
                : Uni.createFrom().item(done(asking, done)))
                .map(messages -> new Reply(introduced(asking, Bodies.together(messages)), "guided"));
    }

    /** The question that waits for an answer, asked again; what would be founded where nothing is missing. */
    public Uni<List<OutboundContent>> pendingQuestion(FounderAsking asking) {
        return one(question(asking, drafts.read(asking)));
    }

    /** Told from the record of a turn that died after it: it is not done again. */
    private List<OutboundContent> done(FounderAsking asking, List<Effects.Effect> done) {
        drafts.founded(asking);
        return done.stream().map(effect -> json.read(effect.result(), Effected.class))
                .map(effect -> effect instanceof Effected.Done(var sentence) ? sentence : "").filter(text -> !text.isEmpty())
                .map(Bodies::text).toList();
    }

    public List<OutboundContent> introduced(FounderAsking asking, List<OutboundContent> messages) {
        return asking.turn().firstContact() ? Bodies.prefixed(texts.introduction(), "\n\n", messages) : messages;
    }

    /** What is sent of a result, whichever assistant called the tool. */
    public List<OutboundContent> words(Result result) {
        return List.of(Bodies.choice(result.text(), texts.see(), result.options()));
    }

    /** Whether there is nothing to understand: a tap, a yes or a no to what was asked, starting over, or no words at all. */
    public boolean needsNoUnderstanding(FounderAsking asking) {
        var draft = drafts.read(asking);
        return asking.tapped().isPresent() || asking.words().isBlank() || draft.startingOver() || startsOver(asking, draft)
                || Asides.in(asking).filter(Asides::consents).isPresent()
                || (asking.fewWords() && asking.answer().isPresent());
    }

    /** There is something to forget, and they want it forgotten. */
    private static boolean startsOver(FounderAsking asking, FoundingDraft draft) {
        return !draft.blank() && Asides.in(asking).filter(Aside.START_OVER::equals).isPresent();
    }

    private Uni<List<OutboundContent>> respond(FounderAsking asking) {
        // What was shown half an hour ago has to be shown again before a yes to it counts.
        var before = asking.turn().progress().abandoned().isPresent() ? drafts.read(asking).nothingShown()
                : drafts.read(asking);
        var wordless = asking.said().stream().allMatch(said -> said.tapped().isEmpty() && said.words().isBlank());
        if (wordless) {
            return many(unreadable(asking));
        }
        if (before.startingOver()) {
            return startingOver(asking, before);
        }
        if (drafts.asked(asking) == FlowState.CONFIRMING && before.shown().filter(asking::agreesTo).isPresent()) {
            return complete.call(asking).map(result -> founded(asking, result));
        }
        return asking.tapped().map(id -> tapped(asking, before, id)).orElseGet(() -> said(asking, before));
    }

    private List<OutboundContent> founded(FounderAsking asking, Result result) {
        var told = Bodies.text(result.text());
        var goesOn = result instanceof Result.Refused && asking.turn().progress().activeFlow().isPresent();
        return goesOn ? List.of(told, question(asking, drafts.read(asking))) : List.of(told);
    }

    private Uni<List<OutboundContent>> startingOver(FounderAsking asking, FoundingDraft before) {
        var answer = asking.answer();
        if (answer.isEmpty()) {
            return asking.tapped().map(id -> tapped(asking, before.startingOver(false), id))
                    .orElseGet(() -> said(asking, before.startingOver(false)));
        }
        if (answer.get() == Answer.YES) {
            drafts.keep(asking, FoundingDraft.EMPTY);
            return one(Bodies.text(texts.startedOver()));
        }
        drafts.keep(asking, before.startingOver(false));
        return many(List.of(Bodies.text(texts.goOn()), question(asking, before.startingOver(false))));
    }

    private Uni<List<OutboundContent>> tapped(FounderAsking asking, FoundingDraft before, String id) {
        if (asking.answer().isPresent()) {
            return said(asking, before);
        }
        if (id.startsWith(FoundingWords.TYPE)) {
            return progress(asking, before, before.info(before.info().type(
                    BusinessType.valueOf(id.substring(FoundingWords.TYPE.length())))), Optional.empty());
        }
        return switch (id) {
            case FoundingWords.ALONE -> progress(asking, before, before.team(List.of()), Optional.empty());
            case FoundingWords.CHANGE -> whatToChange(asking, before);
            default -> asAsked(asking, before, Optional.of(texts.staleTap()));
        };
    }

    private Uni<List<OutboundContent>> said(FounderAsking asking, FoundingDraft before) {
        var aside = Asides.in(asking);
        if (aside.filter(Asides::consents).isPresent()) {
            return optOut(asking, aside.get());
        }
        if (before.blank() && aside.filter(Aside.WRONG_NUMBER::equals).isPresent()) {
            // "Quiero una cita para manicure" names no business, though it sounds like one that does nails.
            return beside(asking, before, Aside.WRONG_NUMBER);
        }
        if (startsOver(asking, before)) {
            // Nobody of the team is called "Empezar".
            return beside(asking, before, Aside.START_OVER);
        }
        var answered = answered(asking, before);
        var after = answered.isPresent() ? answered.get() : checked(before, tools.heard(before, asking));
        if (!after.sameAs(before) || answered.filter(it -> !it.equals(before)).isPresent()) {
            return progress(asking, before, after, aside);
        }
        return aside.map(it -> beside(asking, before, it)).orElseGet(() -> asking.answer().isPresent()
                ? plainly(asking, before, asking.answer().get())
                : misunderstood(asking, before));
    }

    /** A yes or a no to what was asked back. */
    private Optional<FoundingDraft> answered(FounderAsking asking, FoundingDraft before) {
        var answer = asking.answer();
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var no = answer.get() == Answer.NO;
        return switch (drafts.asked(asking)) {
            case COLLECTING_HOURS -> before.doubts().isEmpty() ? Optional.empty()
                    : Optional.of(no ? before.week(Map.of(), Set.of()) : before.week(before.week(), Set.of()));
            case COLLECTING_STAFF -> no && before.serves() ? Optional.of(before.team(List.of())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Hours that cannot be are not kept; those that pass midnight are asked about. */
    private FoundingDraft checked(FoundingDraft before, FoundingDraft after) {
        if (after.week().equals(before.week())) {
            return after;
        }
        return HoursCheck.week(FoundingWords.weekly(after), false).map(why -> why instanceof CrossesMidnight
                ? after.week(after.week(), withMidnight(after))
                : before.week(before.week(), before.doubts())).orElse(after);
    }

    private static Set<Doubt> withMidnight(FoundingDraft draft) {
        var doubts = EnumSet.of(Doubt.PAST_MIDNIGHT);
        doubts.addAll(draft.doubts());
        return doubts;
    }

    /** What changed is shown, then the first thing missing is asked for. */
    private Uni<List<OutboundContent>> progress(FounderAsking asking, FoundingDraft before, FoundingDraft after,
            Optional<Aside> aside) {
        var messages = new ArrayList<OutboundContent>();
        aside.flatMap(this::answerTo).map(Bodies::text).ifPresent(messages::add);
        drafts.keep(asking, after.misunderstandings(0));
        if (Stage.of(after, asking.fromPhone().isPresent()) != FlowState.CONFIRMING) {
            changes(before, after).stream().map(Bodies::text).forEach(messages::add);
        }
        messages.add(question(asking, drafts.read(asking)));
        return many(messages);
    }

    private List<String> changes(FoundingDraft before, FoundingDraft after) {
        var changes = new ArrayList<String>();
        if (!after.menu().equals(before.menu())) {
            changes.add(texts.menuNow(words.menu(after)));
        }
        if (!after.week().equals(before.week()) && !after.week().isEmpty()) {
            changes.add(texts.hoursNow(words.week(after)));
        }
        if (!after.team().equals(before.team()) && after.team().filter(team -> !team.isEmpty()).isPresent()) {
            changes.add(texts.teamNow(words.team(after)));
        }
        return changes;
    }

    private OutboundContent question(FounderAsking asking, FoundingDraft draft) {
        if (Stage.of(draft, asking.fromPhone().isPresent()) != FlowState.CONFIRMING) {
            return words.question(asking, draft);
        }
        var shown = complete.show(asking, draft);
        return Bodies.choice(shown.text(), texts.see(), shown.options());
    }

    private Uni<List<OutboundContent>> plainly(FounderAsking asking, FoundingDraft before, Answer answer) {
        if (drafts.asked(asking) == FlowState.CONFIRMING && answer == Answer.NO) {
            return whatToChange(asking, before);
        }
        return asAsked(asking, before, Optional.empty());
    }

    private Uni<List<OutboundContent>> whatToChange(FounderAsking asking, FoundingDraft draft) {
        drafts.keep(asking, draft);
        return one(Bodies.text(texts.whatToChange()));
    }

    private Uni<List<OutboundContent>> beside(FounderAsking asking, FoundingDraft before, Aside aside) {
        return switch (aside) {
            case START_OVER -> startOver(asking, before);
            case WRONG_NUMBER -> {
                if (before.blank()) {
                    drafts.drop(asking);
                    yield one(Bodies.text(texts.wrongNumber()));
                }
                yield asAsked(asking, before, Optional.of(texts.wrongNumber()));
            }
            case LATER -> {
                if (before.blank()) {
                    drafts.drop(asking);
                }
                yield one(Bodies.text(before.blank() ? texts.fine() : texts.later()));
            }
            case OPT_OUT, OPT_IN -> optOut(asking, aside);
            case INSULT -> one(Bodies.text(answerTo(aside).orElseGet(texts::fine)));
            case THANKS, GREETING, ENOUGH, PRICE, OWN_NUMBER, DASHBOARD, PRIVACY, WHAT_IS_THIS, HUMAN, FOREIGN ->
                asAsked(asking, before, answerTo(aside));
        };
    }

    private Uni<List<OutboundContent>> optOut(FounderAsking asking, Aside aside) {
        var turn = asking.turn();
        return customers
                .optOut(turn.key().organization(), turn.person().id(), aside == Aside.OPT_OUT, turn.key().turn().value())
                .chain(() -> one(Bodies.text(answerTo(aside).orElseThrow())));
    }

    /** In a sentence or two; nothing where going on is the answer. */
    private Optional<String> answerTo(Aside aside) {
        return switch (aside) {
            case PRICE -> Optional.of(texts.price());
            case OWN_NUMBER -> Optional.of(texts.ownNumber());
            case DASHBOARD -> Optional.of(texts.noDashboardYet());
            case PRIVACY -> Optional.of(texts.privacy());
            case WHAT_IS_THIS -> Optional.of(texts.whatIsThis());
            case HUMAN -> Optional.of(texts.human());
            case OPT_OUT -> Optional.of(texts.optOut());
            case OPT_IN -> Optional.of(texts.optIn());
            case FOREIGN -> Optional.of(texts.foreign());
            case THANKS -> Optional.of(texts.thanks());
            case INSULT -> Optional.of(texts.insult());
            case START_OVER, WRONG_NUMBER, LATER, GREETING, ENOUGH -> Optional.empty();
        };
    }

    private Uni<List<OutboundContent>> startOver(FounderAsking asking, FoundingDraft before) {
        if (before.blank()) {
            return asAsked(asking, before, Optional.empty());
        }
        drafts.keep(asking, before.startingOver(true));
        return one(Bodies.choice(texts.startOver(), texts.see(), words.yesNo(asking)));
    }

    /** What was being asked is asked again, or for the first time. */
    private Uni<List<OutboundContent>> asAsked(FounderAsking asking, FoundingDraft before, Optional<String> first) {
        var messages = new ArrayList<OutboundContent>();
        first.map(Bodies::text).ifPresent(messages::add);
        var begins = drafts.asked(asking) == FlowState.INITIATED;
        drafts.keep(asking, before);
        messages.add(begins && before.blank() && asking.turn().firstContact() ? Bodies.text(texts.begin())
                : question(asking, before));
        return many(messages);
    }

    private Uni<List<OutboundContent>> misunderstood(FounderAsking asking, FoundingDraft before) {
        if (drafts.asked(asking) == FlowState.INITIATED) {
            return asAsked(asking, before, Optional.empty());
        }
        int times = before.misunderstandings() + 1;
        var kept = before.misunderstandings(times);
        drafts.keep(asking, kept);
        return many(List.of(Bodies.text(times > 1 ? texts.misunderstoodAgain() : texts.misunderstood()),
                question(asking, kept)));
    }

    private List<OutboundContent> unreadable(FounderAsking asking) {
        var kinds = asking.turn().messages().stream().map(message -> message.kind())
                .filter(kind -> kind != InboundKind.STICKER && kind != InboundKind.REACTION).toList();
        if (kinds.isEmpty()) {
            return List.of();
        }
        return List.of(Bodies.text(switch (kinds.getLast()) {
            case AUDIO -> texts.voice();
            case IMAGE, VIDEO, DOCUMENT -> texts.picture();
            default -> texts.unreadable();
        }));
    }

    private static Uni<List<OutboundContent>> one(OutboundContent message) {
        return Uni.createFrom().item(List.of(message));
    }

    private static Uni<List<OutboundContent>> many(List<OutboundContent> messages) {
        return Uni.createFrom().item(List.copyOf(messages));
    }
}
