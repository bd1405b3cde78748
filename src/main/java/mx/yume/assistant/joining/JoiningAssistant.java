package mx.yume.assistant.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.business.WeekReader;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Json;
import mx.yume.business.team.Joining;
import mx.yume.conversation.Effects;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;

/** The guided assistant of staff who are not onboarded yet: name, hours, how it works, done. */
@ApplicationScoped
public class JoiningAssistant {

    private final CompleteTutorial complete;
    private final JoiningDrafts drafts;
    private final JoiningWords words;
    private final JoiningTexts texts;
    private final Effects effects;
    private final Json json;

    JoiningAssistant(CompleteTutorial complete, JoiningDrafts drafts, JoiningWords words, JoiningTexts texts, Effects effects,
            Json json) {
        this.complete = complete;
        this.drafts = drafts;
        this.words = words;
        this.texts = texts;
        this.effects = effects;
        this.json = json;
    }

    public Uni<Reply> answer(StaffTurn turn) {
        var asking = StaffAsking.of(turn);
        return effects.of(turn.key()).chain(done -> done.isEmpty() ? respond(asking)
                : Uni.createFrom().item(done(asking, done)))
                .map(messages -> new Reply(introduced(asking, Bodies.together(messages)), "guided"));
    }

    /** Who speaks, before the first thing that somebody ever hears here. */
    public List<OutboundContent> introduced(StaffAsking asking, List<OutboundContent> messages) {
        return asking.turn().firstContact()
                ? Bodies.prefixed(texts.introduction(asking.business().publicName()), "\n\n", messages)
                : messages;
    }

    /** Told from the record of a turn that died after it: it is not done again. */
    private List<OutboundContent> done(StaffAsking asking, List<Effects.Effect> done) {
        drafts.completed(asking);
        return done.stream().map(effect -> json.read(effect.result(), Effected.class))
                .map(effect -> effect instanceof Effected.Done(var sentence) ? sentence : "").filter(text -> !text.isEmpty())
                .map(Bodies::text).toList();
    }

    /** What is sent of a result, whichever assistant called the tool. */
    public List<OutboundContent> words(Result result) {
        return List.of(Bodies.choice(result.text(), texts.see(), result.options()));
    }

    /** What waits for an answer, asked again. */
    public Uni<List<OutboundContent>> pendingQuestion(StaffAsking asking) {
        return said(List.of(words.question(asking, drafts.read(asking))));
    }

    /** Whether there is nothing to understand: a tap, a yes or a no to what was asked, no words at all, or the first word said. */
    public boolean needsNoUnderstanding(StaffAsking asking) {
        return asking.tapped().isPresent() || asking.words().isBlank() || (asking.fewWords() && asking.answer().isPresent())
                || drafts.asked(asking) == FlowState.INITIATED || optsOut(asking);
    }

    private Uni<List<OutboundContent>> respond(StaffAsking asking) {
        if (asking.said().stream().allMatch(said -> said.tapped().isEmpty() && said.words().isBlank())) {
            return said(unreadable(asking));
        }
        var before = drafts.read(asking);
        if (optsOut(asking)) {
            drafts.keep(asking, before);
            return said(List.of(Bodies.text(texts.noticesLater()), words.question(asking, before)));
        }
        return switch (drafts.asked(asking)) {
            case COLLECTING_NAME -> name(asking, before);
            case COLLECTING_AVAILABILITY -> hours(asking, before);
            case SHOWING_TUTORIAL -> understood(asking, before);
            default -> begin(asking, before);
        };
    }

    /** BAJA: which notices they mean can be said once they have joined. */
    private static boolean optsOut(StaffAsking asking) {
        return asking.said().stream().anyMatch(said -> said.reading().intent().filter(Intent.OPT_OUT::equals).isPresent());
    }

    private Uni<List<OutboundContent>> begin(StaffAsking asking, JoiningDraft before) {
        var told = asking.said().stream().flatMap(said -> said.reading().name().stream()).findFirst().filter(Joining::isName);
        var draft = told.map(before::name).orElse(before);
        drafts.keep(asking, draft);
        return said(List.of(words.question(asking, draft)));
    }

    private Uni<List<OutboundContent>> name(StaffAsking asking, JoiningDraft before) {
        if (asking.tapped().filter(JoiningWords.OTHER_NAME::equals).isPresent()) {
            return again(asking, before, Bodies.text(texts.askOtherName()));
        }
        var told = asking.said().stream().filter(said -> said.tapped().isEmpty())
                .flatMap(said -> said.reading().name().or(() -> said.reading().bareName()).stream()).reduce((a, b) -> b);
        if (told.filter(Joining::isName).isPresent()) {
            return goOn(asking, before.name(told.get()), texts.nice(told.get()));
        }
        return asking.answer().map(answer -> answer == Answer.YES
                ? goOn(asking, before.name(asking.member().name()), texts.nice(asking.member().name()))
                : again(asking, before, Bodies.text(texts.askOtherName())))
                .orElseGet(() -> misunderstood(asking, before));
    }

    private Uni<List<OutboundContent>> hours(StaffAsking asking, JoiningDraft before) {
        if (asking.tapped().filter(JoiningWords.OTHER_HOURS::equals).isPresent()) {
            return goOn(asking, before.otherHours(), "");
        }
        var reading = asking.words().isBlank() ? Optional.<JoiningDraft>empty()
                : WeekReader.read(asking.words()).map(week -> JoiningTools.heard(before, week));
        if (reading.isPresent()) {
            return goOn(asking, reading.get(), "");
        }
        return asking.answer()
                .map(answer -> answer == Answer.YES ? agreed(asking, before) : goOn(asking, before.otherHours(), ""))
                .orElseGet(() -> misunderstood(asking, before));
    }

    /** To what was shown: their own week, the usual one, or that some appointments stay outside. */
    private Uni<List<OutboundContent>> agreed(StaffAsking asking, JoiningDraft before) {
        if (before.week().isEmpty() && before.other()) {
            return again(asking, before, words.question(asking, before));
        }
        var week = before.week().isEmpty() ? before.week(JoiningWords.usual(asking).byDay(), Set.of()) : before;
        if (before.outside().isEmpty()) {
            return goOn(asking, week.agree(), "");
        }
        drafts.keep(asking, week.agree());
        return complete(asking);
    }

    /** Whatever they write to how it works; but not the button of an earlier question. */
    private Uni<List<OutboundContent>> understood(StaffAsking asking, JoiningDraft before) {
        return asking.tapped().filter(id -> !id.equals(JoiningWords.UNDERSTOOD)).isPresent()
                ? again(asking, before, words.question(asking, before))
                : complete(asking);
    }

    private Uni<List<OutboundContent>> complete(StaffAsking asking) {
        return complete.call(asking).map(result -> {
            var told = Bodies.choice(result.text(), texts.see(), result.options());
            return result instanceof Result.Refused ? List.of(told, words.question(asking, drafts.read(asking)))
                    : List.of(told);
        });
    }

    private Uni<List<OutboundContent>> goOn(StaffAsking asking, JoiningDraft draft, String first) {
        drafts.keep(asking, draft);
        var question = words.question(asking, draft);
        return said(first.isEmpty() ? List.of(question) : List.of(Bodies.text(first), question));
    }

    private Uni<List<OutboundContent>> again(StaffAsking asking, JoiningDraft draft, OutboundContent question) {
        drafts.keep(asking, draft);
        return said(List.of(question));
    }

    /** Whoever asks for something else is told that this comes first; whoever comes back is told where they were, by others. */
    private Uni<List<OutboundContent>> misunderstood(StaffAsking asking, JoiningDraft before) {
        var messages = new ArrayList<OutboundContent>();
        var wish = asking.words().contains("?")
                || asking.said().stream().anyMatch(said -> said.reading().intent().isPresent());
        if (asking.turn().progress().abandoned().isEmpty()) {
            messages.add(Bodies.text(wish ? texts.first() : texts.misunderstood()));
        }
        var kept = before.misunderstandings(before.misunderstandings() + 1);
        drafts.keep(asking, kept);
        messages.add(words.question(asking, kept));
        return said(messages);
    }

    private List<OutboundContent> unreadable(StaffAsking asking) {
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

    private static Uni<List<OutboundContent>> said(List<OutboundContent> messages) {
        return Uni.createFrom().item(List.copyOf(messages));
    }
}
