package mx.yume.conversation.handoff;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.handoff.Colleagues.Reached;
import mx.yume.conversation.outbox.Letter;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.platform.Database;

/** Writes to both sides, on a connection that is announced for the business, once per purpose. */
@ApplicationScoped
class HandoffLetters {

    /** The purpose of what asks for a person, whenever it is written. */
    static final String NOTICE = "handoff";

    private final Database database;
    private final Outbox outbox;
    private final HandoffTexts texts;

    HandoffLetters(Database database, Outbox outbox, HandoffTexts texts) {
        this.database = database;
        this.outbox = outbox;
        this.texts = texts;
    }

    Uni<Void> toCustomer(SqlConnection connection, Handoff handoff, String purpose, String body) {
        return outbox.write(connection, handoff.organization(), new Letter(handoff.conversation(), Optional.empty(),
                purpose + ":" + handoff.id(), new Text(body)).answering());
    }

    /** To somebody of the business: words alone. */
    Uni<Void> toDesk(SqlConnection connection, Handoff handoff, Desk desk, String purpose, String body) {
        return write(connection, handoff, desk, purpose, new Text(body));
    }

    /** To each of them, with the buttons that take it and end it. */
    Uni<Void> ask(SqlConnection connection, Handoff handoff, List<Reached> reached, String purpose, String body) {
        var options = List.of(HandoffCall.take(handoff.id(), texts.answer()), HandoffCall.end(handoff.id(), texts.end()));
        return offering(connection, handoff, reached, purpose, body, options);
    }

    /** To each of them, with the button that goes back to the customer. */
    Uni<Void> invite(SqlConnection connection, Handoff handoff, List<Reached> reached, String purpose, String body) {
        return offering(connection, handoff, reached, purpose, body,
                List.of(HandoffCall.take(handoff.id(), texts.answer())));
    }

    private Uni<Void> offering(SqlConnection connection, Handoff handoff, List<Reached> reached, String purpose, String body,
            List<Option> options) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (var one : reached) {
            written = written.chain(() -> write(connection, handoff, one.desk(), purpose, new Buttons(body, options)));
        }
        return written;
    }

    private Uni<Void> write(SqlConnection connection, Handoff handoff, Desk desk, String purpose, OutboundContent content) {
        var letter = new Letter(desk.conversation(), Optional.empty(),
                "%s:%s:%s".formatted(purpose, handoff.id(), desk.conversation()), content);
        return database.lending(connection, handoff.organization(), desk.organization(),
                () -> outbox.write(connection, desk.organization(), letter));
    }
}
