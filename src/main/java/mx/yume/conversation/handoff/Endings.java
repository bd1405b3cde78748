package mx.yume.conversation.handoff;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.handoff.Colleagues.Colleague;
import mx.yume.conversation.handoff.Colleagues.Reached;

/** How a handoff ends, and who is told of it. The row is locked, on a connection announced for the business. */
@ApplicationScoped
class Endings {

    private final HandoffRows rows;
    private final HandoffLetters letters;
    private final Colleagues colleagues;
    private final HandoffTexts texts;

    Endings(HandoffRows rows, HandoffLetters letters, Colleagues colleagues, HandoffTexts texts) {
        this.rows = rows;
        this.letters = letters;
        this.colleagues = colleagues;
        this.texts = texts;
    }

    /** They hear it in the answer of their turn; those who were asked are told that nobody waits for them any more. */
    Uni<Void> byCustomer(SqlConnection connection, Handoff handoff, List<Colleague> asked) {
        var body = texts.endedByCustomer(handoff.customer().shown());
        return rows.end(connection, handoff, EndedBy.CUSTOMER).chain(() -> concerned(connection, handoff, asked))
                .chain(reached -> each(reached, one -> letters.toDesk(connection, handoff, one.desk(), "handoff-over", body)));
    }

    /** Whoever ends it hears so in the answer of their turn. */
    Uni<Void> byStaff(SqlConnection connection, Handoff handoff) {
        var body = handoff.taker().map(taker -> texts.goneAgain(taker.name())).orElseGet(texts::declined);
        return rows.end(connection, handoff, EndedBy.STAFF)
                .chain(() -> letters.toCustomer(connection, handoff, "handoff-over", body));
    }

    /** Whoever wants no notices finds Yume there again when they write. */
    Uni<Void> bySilence(SqlConnection connection, Handoff handoff, List<Colleague> asked) {
        var who = handoff.customer().shown();
        var body = handoff.taker().isPresent() ? texts.endedBySilence(who) : texts.nobodyAnswered(who);
        return rows.end(connection, handoff, EndedBy.SILENCE)
                .chain(() -> handoff.customer().optedOut() ? Uni.createFrom().voidItem()
                        : letters.toCustomer(connection, handoff, "handoff-over",
                                handoff.taker().isPresent() ? texts.silence() : texts.nobodyCame()))
                .chain(() -> concerned(connection, handoff, asked))
                .chain(reached -> letters.invite(connection, handoff, reached, "handoff-over", body));
    }

    /** Whoever took it; all who were asked as long as nobody did. */
    Uni<List<Reached>> concerned(SqlConnection connection, Handoff handoff, List<Colleague> asked) {
        return handoff.taker().map(taker -> Uni.createFrom()
                .item(taker.desk().map(desk -> new Reached(taker.name(), desk)).stream().toList()))
                .orElseGet(() -> colleagues.reached(connection, handoff.organization(), asked, handoff.origin()));
    }

    private static Uni<Void> each(List<Reached> reached, java.util.function.Function<Reached, Uni<Void>> work) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var one : reached) {
            done = done.chain(() -> work.apply(one));
        }
        return done;
    }
}
