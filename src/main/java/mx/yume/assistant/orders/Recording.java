package mx.yume.assistant.orders;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.assistant.tools.Effected;
import mx.yume.assistant.tools.Json;
import mx.yume.conversation.Effects;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;

/**
 * The record of one call, to be made in the transaction that does it: the turn is held first, so that a worker that wakes up
 * late changes nothing, and the effect is written last. The turn may belong to another organization than the change.
 */
public final class Recording {

    private final Effects effects;
    private final Json json;
    private final Asking asking;
    private final String tool;
    private final String arguments;

    Recording(Effects effects, Json json, Asking asking, String tool, String arguments) {
        this.effects = effects;
        this.json = json;
        this.asking = asking;
        this.tool = tool;
        this.arguments = arguments;
    }

    /** Fails with {@link mx.yume.conversation.StaleTurn} when another claim has the turn. */
    public Uni<Void> before(SqlConnection connection) {
        return effects.hold(connection, asking.organization(), asking.turn().key());
    }

    /**
     * @param sentence what was done, in Spanish: after a crash it is told from here
     * @param subject what it touched
     */
    public Uni<Void> done(SqlConnection connection, String sentence, Optional<UUID> subject) {
        var effect = new Effects.Effect(tool, arguments, json.write(new Effected.Done(sentence)), subject);
        return effects.record(connection, asking.organization(), asking.turn().key(), effect);
    }

    /** For the agenda. */
    public Alongside appointment(Function<Appointment, String> sentence) {
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Recording.this.before(connection);
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                return done(connection, sentence.apply(appointment), Optional.of(appointment.id().value()));
            }
        };
    }

    /** @param sentence empty for an outcome in which nothing was done: that is not recorded */
    public <T> Witness<T> outcome(Optional<UUID> subject, Function<T, Optional<String>> sentence) {
        return new Witness<>() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return Recording.this.before(connection);
            }

            @Override
            public Uni<Void> after(SqlConnection connection, T outcome) {
                return sentence.apply(outcome).map(said -> done(connection, said, subject))
                        .orElseGet(() -> Uni.createFrom().voidItem());
            }
        };
    }
}
