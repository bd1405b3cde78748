package mx.yume.assistant;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.admin.AdministratorDesk;
import mx.yume.assistant.founding.FounderAsking;
import mx.yume.assistant.founding.FoundingAssistant;
import mx.yume.assistant.guided.GuidedAssistant;
import mx.yume.assistant.joining.JoiningAssistant;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.model.FounderModel;
import mx.yume.assistant.model.JoiningModel;
import mx.yume.assistant.model.ModelAssistant;
import mx.yume.assistant.model.StaffModel;
import mx.yume.assistant.model.endpoint.ModelFailed;
import mx.yume.assistant.model.endpoint.ModelWatch;
import mx.yume.assistant.model.voice.Listening;
import mx.yume.assistant.returning.Comeback;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffAssistant;
import mx.yume.assistant.tools.Attending;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.AdministratorTurn;
import mx.yume.conversation.Assistant;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Effects;
import mx.yume.conversation.FounderTurn;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;

/**
 * Chooses who answers. The guided assistant has whatever needs no understanding, and every turn that the model fails: it goes
 * on from the shared draft, and tells of what was done in this turn from its record.
 */
@ApplicationScoped
public class Assistants implements Assistant {

    private final Comeback comeback;
    private final GuidedAssistant guided;
    private final ModelAssistant model;
    private final Effects effects;
    private final StaffAssistant staff;
    private final JoiningAssistant joining;
    private final FoundingAssistant founding;
    private final StaffModel staffModel;
    private final FounderModel founderModel;
    private final JoiningModel joiningModel;
    private final Listening listening;
    private final AdministratorDesk administrators;
    private final ModelWatch watch;

    Assistants(GuidedAssistant guided, ModelAssistant model, Effects effects, StaffAssistant staff, JoiningAssistant joining,
            FoundingAssistant founding, StaffModel staffModel, FounderModel founderModel, JoiningModel joiningModel,
            Listening listening, Comeback comeback, AdministratorDesk administrators,
            ModelWatch watch) {
        this.comeback = comeback;
        this.guided = guided;
        this.model = model;
        this.effects = effects;
        this.staff = staff;
        this.joining = joining;
        this.founding = founding;
        this.staffModel = staffModel;
        this.founderModel = founderModel;
        this.joiningModel = joiningModel;
        this.listening = listening;
        this.administrators = administrators;
        this.watch = watch;
    }

    @Override
    public Uni<Reply> answer(AssistedTurn turn) {
        if (turn instanceof AdministratorTurn administrator) {
            return administrators.answer(administrator);
        }
        return listening.heard(turn).chain(heard -> chosen(heard).chain(reply -> comeback.welcomed(heard, reply)));
    }

    private Uni<Reply> chosen(AssistedTurn turn) {
        return switch (turn) {
            case CustomerTurn customer -> answerCustomer(customer);
            case StaffTurn member -> member.onboarding() ? answerJoining(member) : answerStaff(member);
            case FounderTurn founder -> answerFounder(founder);
            case AdministratorTurn administrator -> administrators.answer(administrator);
        };
    }

    private Uni<Reply> answerCustomer(CustomerTurn turn) {
        if (!model.configured() || !needsUnderstanding(turn)) {
            return guided.answer(turn);
        }
        return effects.of(turn.key()).chain(done -> done.isEmpty() ? withModel(turn) : guided.answer(turn));
    }

    private Uni<Reply> answerStaff(StaffTurn turn) {
        if (!model.configured() || staff.needsNoUnderstanding(StaffAsking.of(turn))) {
            return staff.answer(turn);
        }
        return effects.of(turn.key()).chain(done -> done.isEmpty()
                ? orGuided(turn, staffModel.answer(turn), () -> staff.answer(turn))
                : staff.answer(turn));
    }

    private Uni<Reply> answerJoining(StaffTurn turn) {
        if (!model.configured() || joining.needsNoUnderstanding(StaffAsking.of(turn))) {
            return joining.answer(turn);
        }
        return effects.of(turn.key()).chain(done -> done.isEmpty()
                ? orGuided(turn, joiningModel.answer(turn), () -> joining.answer(turn))
                : joining.answer(turn));
    }

    private Uni<Reply> answerFounder(FounderTurn turn) {
        if (!model.configured() || founding.needsNoUnderstanding(FounderAsking.of(turn))) {
            return founding.answer(turn);
        }
        return effects.of(turn.key()).chain(done -> done.isEmpty()
                ? orGuided(turn, founderModel.answer(turn), () -> founding.answer(turn))
                : founding.answer(turn));
    }

    /** The guided assistant begins where the turn began; what was done meanwhile it tells from its record. */
    private Uni<Reply> orGuided(AssistedTurn turn, Uni<Reply> model, Supplier<Uni<Reply>> guided) {
        var before = turn.progress().flow();
        return model.onFailure(ModelFailed.class).invoke(watch::gaveWay).onFailure(ModelFailed.class).recoverWithUni(failed -> {
            turn.progress().trace("takeover", told(failed), 0);
            turn.progress().restore(before);
            return guided.get();
        });
    }

    private static String told(Throwable failed) {
        return failed instanceof ModelFailed why ? why.told() : failed.getClass().getSimpleName();
    }

    private Uni<Reply> withModel(CustomerTurn turn) {
        var before = turn.progress().flow();
        return model.answer(turn).onFailure(ModelFailed.class).invoke(watch::gaveWay)
                .onFailure(ModelFailed.class).recoverWithUni(failed -> {
                    turn.progress().trace("takeover", failed.told(), 0);
                    if (readable(turn)) {
                        turn.progress().restore(before);
                    }
                    return guided.answer(turn);
                });
    }

    /**
     * Whether the guided assistant can make something of these messages itself: then it begins where the turn began, as if there
     * were no model. Otherwise it has what the model's tools put into the draft.
     */
    private static boolean readable(CustomerTurn turn) {
        var reading = ToolContext.of(turn).reading();
        return reading.intent().isPresent() || reading.answer().isPresent()
                || !reading.services().isEmpty()
                || reading.staff().isPresent() || reading.anyStaff() || reading.day().isPresent() || reading.time().isPresent()
                || reading.name().isPresent() || reading.bareName().isPresent();
    }

    /** Taps, their numbers and titles, answers to a reminder, messages without words, and the words that always mean one thing do not. */
    private static boolean needsUnderstanding(CustomerTurn turn) {
        var context = ToolContext.of(turn);
        return turn.messages().stream().anyMatch(message -> (message.kind() == InboundKind.TEXT
                || message.kind() == InboundKind.AUDIO) && !message.body().isBlank())
                && context.tap().isEmpty() && Attending.to(context).isEmpty()
                && context.reading().intent().filter(Assistants::alwaysTheSame).isEmpty();
    }

    private static boolean alwaysTheSame(Intent intent) {
        return switch (intent) {
            case OPT_OUT, OPT_IN, HUMAN, DROP -> true;
            case BOOK, USUAL, MOVE, CANCEL, CANCEL_ALL, WAITLIST, ABOUT_YOU, INSULT, FOREIGN, MY_APPOINTMENTS, SERVICES, HOURS,
                    ADDRESS, GREETING, THANKS, HELP, BACK ->
                false;
        };
    }
}
