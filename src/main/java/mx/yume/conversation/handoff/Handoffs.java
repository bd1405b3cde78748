package mx.yume.conversation.handoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Memory;
import mx.yume.conversation.handoff.Colleagues.Colleague;
import mx.yume.conversation.handoff.Colleagues.Reached;
import mx.yume.conversation.handoff.HandoffOutcome.AlreadyHere;
import mx.yume.conversation.handoff.HandoffOutcome.AlreadyTold;
import mx.yume.conversation.handoff.HandoffOutcome.Left;
import mx.yume.conversation.handoff.HandoffOutcome.Told;
import mx.yume.platform.Database;
import mx.yume.platform.Witness;

/** Asks for a person of the business to answer a customer in Yume's place. */
@ApplicationScoped
public class Handoffs {

    /** It is over when neither side has written for this long. */
    public static final Duration SILENCE = Duration.ofMinutes(30);

    /** Of what was said last, shown to whoever is asked. */
    static final int LINES = 8;

    private final Database database;
    private final Effects effects;
    private final Memory memory;
    private final HandoffRows rows;
    private final Colleagues colleagues;
    private final HandoffLetters letters;
    private final HandoffMessages messages;
    private final HandoffMeter meter;

    Handoffs(Database database, Effects effects, Memory memory, HandoffRows rows, Colleagues colleagues,
            HandoffLetters letters, HandoffMessages messages, HandoffMeter meter) {
        this.database = database;
        this.effects = effects;
        this.memory = memory;
        this.rows = rows;
        this.colleagues = colleagues;
        this.letters = letters;
        this.messages = messages;
        this.meter = meter;
    }

    /**
     * Asks the owners and administrators who can be written to now, with what was said last. One turn asks once, however often it
     * is called or re-run; where a person is there already, nobody is asked again. Fails with
     * {@link mx.yume.conversation.StaleTurn} when another claim has the turn.
     *
     * @param reason in the customer's or the assistant's words, cut at 500 characters; may be empty
     * @param witness commits with it: the place to record the effect
     */
    public Uni<HandoffOutcome> begin(CustomerTurn turn, AskedBy by, String reason, Witness<? super HandoffOutcome> witness) {
        var id = HandoffId.next();
        return Uni.combine().all().unis(colleagues.of(turn.key().organization()), memory.last(turn.key(), LINES)).asTuple()
                .chain(found -> database.inTenant(turn.key().organization(), witness,
                        connection -> begin(connection, turn, id, by, reason, found.getItem1(), found.getItem2())))
                .invoke(outcome -> meter.asked(id, outcome))
                .invoke(outcome -> turn.progress().trace("handoff", outcome.getClass().getSimpleName(), 0));
    }

    private Uni<HandoffOutcome> begin(SqlConnection connection, CustomerTurn turn, HandoffId id, AskedBy by, String reason,
            List<Colleague> asked, List<Memory.Line> before) {
        var key = turn.key();
        return effects.hold(connection, key)
                .chain(() -> rows.open(connection, key.organization(), key.conversation(), Optional.of(key.turn())))
                .chain(open -> open.isPresent() ? again(connection, turn, open.orElseThrow(), asked)
                        : start(connection, turn, id, by, reason, asked, before));
    }

    private Uni<HandoffOutcome> again(SqlConnection connection, CustomerTurn turn, Handoff handoff, List<Colleague> asked) {
        if (handoff.taker().isPresent()) {
            return Uni.createFrom().item(new AlreadyHere(handoff.id(), handoff.taker().orElseThrow().name()));
        }
        if (handoff.turn().filter(turn.key().turn().value()::equals).isEmpty()) {
            return Uni.createFrom().item(new AlreadyTold(handoff.id()));
        }
        return handoff.open() ? colleagues.reached(connection, handoff.organization(), asked, handoff.origin())
                .map(reached -> outcome(handoff.id(), reached)) : Uni.createFrom().item(new Left(handoff.id()));
    }

    private Uni<HandoffOutcome> start(SqlConnection connection, CustomerTurn turn, HandoffId id, AskedBy by, String reason,
            List<Colleague> asked, List<Memory.Line> before) {
        var key = turn.key();
        return colleagues.reached(connection, key.organization(), asked, turn.origin().sql())
                .chain(reached -> rows
                        .insert(connection, key.organization(), id, key.conversation(), Optional.of(key.turn()), by,
                                reason, !reached.isEmpty())
                        .chain(() -> rows.find(connection, key.organization(), id)).map(Optional::orElseThrow)
                        .chain(handoff -> letters.ask(connection, handoff, reached, HandoffLetters.NOTICE,
                                messages.notice(handoff, before, turn.messages(), false)))
                        .replaceWith(outcome(id, reached)));
    }

    private static HandoffOutcome outcome(HandoffId id, List<Reached> reached) {
        return reached.isEmpty() ? new Left(id) : new Told(id, reached.stream().map(Reached::name).toList());
    }
}
