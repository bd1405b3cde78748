package mx.yume.conversation.turn;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.turn.TurnEnd.Outcome;

/** How a turn ends: what it does for others commits together with its reply. */
@FunctionalInterface
interface Conclusion {

    /** Runs first in the turn's last transaction, announced for the conversation's organization, before anything of it is locked. */
    Uni<Outcome> reach(SqlConnection connection);

    /** Runs when the reply is written. */
    default Uni<Void> afterwards(SqlConnection connection) {
        return Uni.createFrom().voidItem();
    }

    /** Nothing but the reply. */
    static Conclusion of(Outcome outcome) {
        return _ -> Uni.createFrom().item(outcome);
    }
}
