package mx.yume.assistant.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.assistant.orders.Result;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Json;
import mx.yume.business.Businesses;
import mx.yume.business.WeeklyHours;
import mx.yume.business.team.Joining;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Effects.Effect;
import mx.yume.conversation.FlowState;
import mx.yume.customers.Customers;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.calendar.CalendarChange;
import mx.yume.scheduling.calendar.CalendarOutcome;
import mx.yume.scheduling.calendar.Consent;
import mx.yume.scheduling.calendar.WorkingCalendar;

/** complete_tutorial: hours, name, user id and that they have joined are written together with the record of it, or not at all. */
@ApplicationScoped
class CompleteTutorial {

    static final String TOOL = "complete_tutorial";

    private final WorkingCalendar calendar;
    private final Businesses businesses;
    private final Customers customers;
    private final Joining joining;
    private final Effects effects;
    private final JoiningDrafts drafts;
    private final JoiningWords words;
    private final JoiningTexts texts;
    private final Json json;

    CompleteTutorial(WorkingCalendar calendar, Businesses businesses, Customers customers, Joining joining, Effects effects,
            JoiningDrafts drafts, JoiningWords words, JoiningTexts texts, Json json) {
        this.calendar = calendar;
        this.businesses = businesses;
        this.customers = customers;
        this.joining = joining;
        this.effects = effects;
        this.drafts = drafts;
        this.words = words;
        this.texts = texts;
        this.json = json;
    }

    Uni<Result> call(StaffAsking asking) {
        var draft = drafts.read(asking);
        if (JoiningDrafts.stage(draft, asking.member()) != FlowState.SHOWING_TUTORIAL
                || !draft.sawTutorialBefore(asking.turn().key().turn().value())) {
            drafts.keep(asking, draft);
            var question = words.question(asking, draft);
            return Uni.createFrom().item(new Result.Asked(question.body(), question.options()));
        }
        return customers.userId(asking.organization(), asking.turn().person().id())
                .chain(userId -> JoiningDrafts.hasAgenda(asking.member()) ? withHours(asking, draft, userId)
                        : alone(asking, draft, userId));
    }

    private Uni<Result> alone(StaffAsking asking, JoiningDraft draft, Optional<String> userId) {
        return effects
                .perform(asking.turn().key(), effect(asking, draft), connection -> join(connection, asking, draft, userId))
                .map(done -> done(asking, draft));
    }

    private Uni<Result> withHours(StaffAsking asking, JoiningDraft draft, Optional<String> userId) {
        return businesses.inventory(asking.organization()).map(all -> all.staff().stream()
                .filter(listed -> listed.what().id().equals(asking.member().id())).findFirst().orElseThrow().version())
                .chain(version -> calendar.change(asking.organization(),
                        new CalendarChange.Work(asking.member().id(), version, asking.business().location().id(),
                                new WeeklyHours(draft.week())),
                        new Consent(true, Set.copyOf(draft.outside())), new Recorded(asking, draft, userId)))
                .map(outcome -> told(asking, draft, outcome));
    }

    private Result told(StaffAsking asking, JoiningDraft draft, CalendarOutcome outcome) {
        return switch (outcome) {
            case CalendarOutcome.Done _ -> done(asking, draft);
            case CalendarOutcome.Strands(var appointments) -> {
                var open = draft.leaving(appointments.stream().map(Appointment::id).toList());
                drafts.keep(asking, open);
                var question = words.question(asking, open);
                yield new Result.Asked(question.body(), question.options());
            }
            case CalendarOutcome.Refused(var why) -> refused(asking, draft, why.sentence());
            case CalendarOutcome.NotFound gone -> refused(asking, draft, gone.sentence());
        };
    }

    private Result refused(StaffAsking asking, JoiningDraft draft, String why) {
        drafts.keep(asking, draft.otherHours());
        return new Result.Refused(texts.refused(why));
    }

    private Result done(StaffAsking asking, JoiningDraft draft) {
        drafts.completed(asking);
        return new Result.Done(sentence(asking, draft), false);
    }

    private Uni<Void> join(SqlConnection connection, StaffAsking asking, JoiningDraft draft, Optional<String> userId) {
        return joining.join(connection, asking.organization(), asking.member().id(), draft.name().orElseThrow(), userId,
                asking.turn().origin().name().toLowerCase(Locale.ROOT));
    }

    private String sentence(StaffAsking asking, JoiningDraft draft) {
        return texts.done(draft.name().orElseThrow(), asking.business().publicName());
    }

    private Effect effect(StaffAsking asking, JoiningDraft draft) {
        return new Effect(TOOL, "", json.write(new Effected.Done(sentence(asking, draft))),
                Optional.of(asking.member().id().value()));
    }

    private final class Recorded implements Witness<CalendarOutcome> {

        private final StaffAsking asking;
        private final JoiningDraft draft;
        private final Optional<String> userId;

        Recorded(StaffAsking asking, JoiningDraft draft, Optional<String> userId) {
            this.asking = asking;
            this.draft = draft;
            this.userId = userId;
        }

        @Override
        public Uni<Void> before(SqlConnection connection) {
            return effects.hold(connection, asking.turn().key());
        }

        @Override
        public Uni<Void> after(SqlConnection connection, CalendarOutcome outcome) {
            return outcome instanceof CalendarOutcome.Done
                    ? join(connection, asking, draft, userId)
                            .chain(() -> effects.record(connection, asking.turn().key(), effect(asking, draft)))
                    : Uni.createFrom().voidItem();
        }
    }
}
