package mx.yume.assistant.founding;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.assistant.founding.FoundingDraft.Item;
import mx.yume.assistant.founding.FoundingDraft.Mate;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Json;
import mx.yume.business.Price;
import mx.yume.business.founding.Founding;
import mx.yume.business.founding.FoundingCause;
import mx.yume.business.founding.FoundingOutcome;
import mx.yume.business.founding.FoundingRequest;
import mx.yume.business.founding.FoundingRequest.Colleague;
import mx.yume.business.founding.FoundingRequest.Founder;
import mx.yume.business.menu.ServiceDraft;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Effects.Effect;
import mx.yume.conversation.Flow;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.Customers;
import mx.yume.platform.Money;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.Witness;

/** complete_onboarding: the first call shows what would be founded, the one after a yes to exactly that founds it. */
@ApplicationScoped
class CompleteOnboarding {

    static final String TOOL = "complete_onboarding";

    private final Founding founding;
    private final FoundingDrafts drafts;
    private final FoundingWords words;
    private final FoundingTexts texts;
    private final Effects effects;
    private final Customers customers;
    private final Json json;

    CompleteOnboarding(Founding founding, FoundingDrafts drafts, FoundingWords words, FoundingTexts texts, Effects effects,
            Customers customers, Json json) {
        this.founding = founding;
        this.drafts = drafts;
        this.words = words;
        this.texts = texts;
        this.effects = effects;
        this.customers = customers;
        this.json = json;
    }

    Uni<Result> call(FounderAsking asking) {
        var draft = drafts.read(asking);
        return switch (Stage.of(draft, asking.fromPhone().isPresent())) {
            case CONFIRMING -> draft.shown().filter(asking::agreesTo).isPresent() ? found(asking, draft)
                    : Uni.createFrom().item(show(asking, draft));
            default -> {
                var question = words.question(asking, draft);
                yield Uni.createFrom().item(new Result.Asked(question.body(), question.options()));
            }
        };
    }

    /** The same again keeps the turn in which it was first shown. */
    Result show(FounderAsking asking, FoundingDraft draft) {
        var shown = draft.shown(asking.turn().key().turn().value());
        drafts.keep(asking, shown);
        return new Result.Shown(words.summary(draft, asking.fromPhone()),
                List.of(new Option("yes:" + shown.shown().orElseThrow(), texts.yesFound()),
                        new Option(FoundingWords.CHANGE, texts.change())));
    }

    private Uni<Result> found(FounderAsking asking, FoundingDraft draft) {
        var key = asking.turn().key();
        var errand = asking.turn().progress().activeFlow().map(Flow::id).orElseThrow();
        var cause = new FoundingCause(key.conversation().value(), errand,
                asking.turn().origin().name().toLowerCase(Locale.ROOT));
        return customers.userId(OrganizationId.YUME, asking.turn().person().id())
                .chain(userId -> founding.found(request(asking, draft, userId), cause, new Recorded(asking, draft)))
                .map(outcome -> told(asking, draft, outcome));
    }

    private Result told(FounderAsking asking, FoundingDraft draft, FoundingOutcome outcome) {
        return switch (outcome) {
            case FoundingOutcome.Founded _ -> {
                drafts.founded(asking);
                yield new Result.Done(sentence(draft), false);
            }
            case FoundingOutcome.WorksElsewhere why -> over(asking, why);
            case FoundingOutcome.FoundedBefore why -> over(asking, why);
            case FoundingOutcome.Refused why -> {
                drafts.keep(asking, draft.nothingShown());
                yield new Result.Refused(texts.refused(why.sentence()));
            }
        };
    }

    /** Nothing they could change would help: from the next message on they are helped with the business they have. */
    private Result over(FounderAsking asking, FoundingOutcome.Refused why) {
        drafts.drop(asking);
        return new Result.Refused(texts.refused(why.sentence()));
    }

    private String sentence(FoundingDraft draft) {
        return texts.founded(draft.info().name().orElseThrow());
    }

    /** The turn is held first and the effect written last, in the transaction that founds. */
    private final class Recorded implements Witness<FoundingOutcome> {

        private final FounderAsking asking;
        private final FoundingDraft draft;

        Recorded(FounderAsking asking, FoundingDraft draft) {
            this.asking = asking;
            this.draft = draft;
        }

        @Override
        public Uni<Void> before(SqlConnection connection) {
            return effects.hold(connection, asking.turn().key());
        }

        @Override
        public Uni<Void> after(SqlConnection connection, FoundingOutcome outcome) {
            return outcome instanceof FoundingOutcome.Founded founded
                    ? effects.record(connection, asking.turn().key(), new Effect(TOOL, "", json.write(
                            new Effected.Done(sentence(draft))), Optional.of(founded.organization().value())))
                    : Uni.createFrom().voidItem();
        }
    }

    static FoundingRequest request(FounderAsking asking, FoundingDraft draft, Optional<String> userId) {
        var info = draft.info();
        var where = info.where().or(asking::fromPhone).orElseThrow();
        var person = asking.turn().person();
        var owner = new Founder(info.owner().orElseThrow(), person.phone(), userId, draft.serves());
        return new FoundingRequest(info.name().orElseThrow(), info.type().orElseThrow(), owner, where.name(), where.zone(),
                draft.menu().stream().map(CompleteOnboarding::service).toList(), FoundingWords.weekly(draft),
                draft.team().orElse(List.of()).stream().map(mate -> colleague(mate, draft)).toList());
    }

    private static ServiceDraft service(Item item) {
        return ServiceDraft.of(item.name(), Duration.ofMinutes(item.minutes().orElseThrow()),
                new Price(new Money(item.centavos().orElseThrow()), item.from()), Optional.empty());
    }

    /** What was taken off the menu since is given by nobody. */
    private static Colleague colleague(Mate mate, FoundingDraft draft) {
        var gives = mate.gives().stream().filter(draft.names()::contains).collect(Collectors.toSet());
        return new Colleague(mate.name(), mate.phone().map(PhoneNumber::new), mate.permission(), Set.copyOf(gives));
    }
}
