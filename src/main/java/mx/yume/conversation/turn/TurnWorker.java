package mx.yume.conversation.turn;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.conversation.ConversationEvent;
import mx.yume.conversation.ConversationEvents;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.FlowsConfig;
import mx.yume.conversation.Progress;
import mx.yume.conversation.StaleTurn;
import mx.yume.conversation.handoff.HandoffOver;
import mx.yume.conversation.turn.TurnClaims.Claim;
import mx.yume.platform.WorkLoop;
import mx.yume.platform.watch.LogIds;

/** Works through due conversations: one turn at a time in each, many conversations at once. */
@ApplicationScoped
public class TurnWorker {

    private static final Logger LOG = Logger.getLogger(TurnWorker.class);

    private final TurnClaims claims;
    private final Turns turns;
    private final Answers answers;
    private final TurnEnd end;
    private final Typing typing;
    private final ConversationEvents events;
    private final TurnMeter meter;
    private final WorkersConfig config;
    private final FlowsConfig flows;
    private final WorkLoop<Claim> loop;

    TurnWorker(TurnClaims claims, Turns turns, Answers answers, TurnEnd end, Typing typing, ConversationEvents events,
            TurnMeter meter, WorkersConfig config, FlowsConfig flows) {
        this.claims = claims;
        this.turns = turns;
        this.answers = answers;
        this.end = end;
        this.typing = typing;
        this.events = events;
        this.meter = meter;
        this.config = config;
        this.flows = flows;
        this.loop = new WorkLoop<>("turns", config.turns(), claims::claim, this::work);
    }

    public WorkLoop<?> loop() {
        return loop;
    }

    /** Keeps the claims of long turns. */
    public Uni<Void> renew() {
        return claims.renew(loop.underWay());
    }

    /**
     * Lets go of every turn under way, unfinished: it is due for anybody, and should it end here after all before somebody took it, that is
     * its end. One that cannot be let go of is taken over when its lease has run out.
     *
     * @return how many were let go of
     */
    public Uni<Integer> handBack() {
        return Multi.createFrom().iterable(loop.underWay()).onItem()
                .transformToUniAndMerge(claim -> end.handBack(claim, Duration.ZERO).replaceWith(1)
                        .onFailure().invoke(failure -> LOG.warnf("A turn of conversation %s keeps its lease: %s",
                                claim.conversation(), failure.toString()))
                        .onFailure().recoverWithItem(0))
                .collect().with(Collectors.summingInt(one -> one));
    }

    /** One turn from beginning to end. What goes wrong is tried again later, and at last answered with an apology. */
    Uni<Void> work(Claim claim) {
        long began = System.nanoTime();
        return turns.begin(claim)
                .chain(turn -> turn.isEmpty() ? Uni.createFrom().voidItem() : answer(claim, turn.orElseThrow(), began))
                .ifNoItem().after(config.longestTurn().multipliedBy(2)).fail();
    }

    private Uni<Void> answer(Claim claim, OpenTurn turn, long began) {
        LogIds.work(turn.key().organization().value(), turn.key().conversation().value(),
                Optional.of(turn.key().turn().value()));
        var progress = new Progress(turn.flow(), turn.misunderstandings(), flows.strict(), turn.expired());
        publish(turn, ConversationEvent.Kind.TURN_STARTED);
        typing.show(turn);
        if (turn.attempt() > config.takeovers()) {
            return apologize(turn, "found unfinished too often", began);
        }
        return answers.answer(turn, progress).ifNoItem().after(config.longestTurn()).fail()
                .chain(conclusion -> end.finish(turn.key(), progress, conclusion))
                .invoke(outcome -> meter.ended(turn, outcome, since(began))).replaceWithVoid()
                .invoke(() -> publish(turn, ConversationEvent.Kind.TURN_DONE))
                // It ended in between, and ends but once: routed again, the turn goes to an assistant.
                .onFailure(HandoffOver.class).recoverWithUni(over -> answer(claim, turn, began))
                .onFailure(StaleTurn.class).recoverWithUni(stale -> {
                    meter.stale(turn, since(began));
                    LOG.infof("Turn %s was taken over by a newer claim; nothing was changed", turn.key().turn());
                    return Uni.createFrom().voidItem();
                })
                .onFailure().recoverWithUni(failure -> failed(claim, turn, failure, began));
    }

    private Uni<Void> failed(Claim claim, OpenTurn turn, Throwable failure, long began) {
        meter.failed(turn, since(began));
        LOG.errorf(failure, "Turn %s of conversation %s failed, attempt %d", turn.key().turn(), turn.key().conversation(),
                turn.attempt());
        if (turn.attempt() < config.attempts()) {
            return end.handBack(claim, Duration.ofSeconds(turn.attempt()));
        }
        return apologize(turn, failure.getClass().getSimpleName(), began);
    }

    /** What was being asked is dropped: whatever was done in this turn, a later yes must not do it again. */
    private Uni<Void> apologize(OpenTurn turn, String why, long began) {
        var dropped = new Progress(turn.flow(), 0, flows.strict(), false);
        turn.flow().ifPresent(flow -> dropped.flow(flow.to(FlowState.DROPPED, flow.draft())));
        dropped.trace("failure", why, 0);
        return end.finish(turn.key(), dropped, answers.apology(turn))
                .invoke(outcome -> meter.ended(turn, outcome, since(began)))
                .replaceWithVoid();
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void publish(OpenTurn turn, ConversationEvent.Kind kind) {
        events.publish(new ConversationEvent(turn.key().organization(), turn.key().conversation(), kind));
    }
}
