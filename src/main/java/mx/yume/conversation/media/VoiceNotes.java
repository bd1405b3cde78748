package mx.yume.conversation.media;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import mx.yume.conversation.Effects;
import mx.yume.conversation.TurnKey;
import mx.yume.platform.Database;
import mx.yume.platform.StorableText;

/** Keeps what voice notes say with the messages: heard once, they are words from then on, in a turn that is tried again too. */
@ApplicationScoped
public class VoiceNotes {

    /** As long as a text can be. */
    public static final int LONGEST = 4096;
    /** Looked for where the turn's messages lie. */
    static final String HEARD = """
            update inbound_message set transcript = $4
            where organization_id = $1 and id = $2 and turn_id = $3
              and received_at between (select first_received_at from turn where organization_id = $1 and id = $3)
                                  and (select last_received_at from turn where organization_id = $1 and id = $3)
            """;

    private final Database database;
    private final Effects effects;

    VoiceNotes(Database database, Effects effects) {
        this.database = database;
        this.effects = effects;
    }

    /** Fails with {@link mx.yume.conversation.StaleTurn} when another claim has the turn. */
    public Uni<Void> heard(TurnKey turn, UUID message, String words) {
        return database.inTenant(turn.organization(), connection -> effects.hold(connection, turn)
                .chain(() -> connection.preparedQuery(HEARD).execute(Tuple.of(turn.organization().value(), message,
                        turn.turn().value(), StorableText.of(words, LONGEST))))
                .replaceWithVoid());
    }
}
