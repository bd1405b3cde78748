package mx.yume.assistant.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.conversation.Effects;
import mx.yume.conversation.Effects.Effect;
import mx.yume.platform.Witness;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/** The effects of a turn as the tools know them: recorded with what they record, or not at all. */
@ApplicationScoped
public class Ledger {

    /** @param arguments canonical: the same call always writes the same text */
    record Call(String tool, String arguments) {}

    private final Effects effects;
    private final Json json;

    Ledger(Effects effects, Json json) {
        this.effects = effects;
        this.json = json;
    }

    /** Everything this turn has done, in order: in an earlier attempt, or by the other assistant. */
    public Uni<List<Effected>> of(ToolContext context) {
        return effects.of(context.turn().key())
                .map(done -> done.stream().map(effect -> read(context, effect)).toList());
    }

    Uni<Optional<Effected>> earlier(ToolContext context, Call call) {
        return effects.earlier(context.turn().key(), call.tool(), call.arguments())
                .map(found -> found.map(effect -> read(context, effect)));
    }

    Uni<Void> hold(SqlConnection connection, ToolContext context) {
        return effects.hold(connection, context.turn().key());
    }

    /** Does something that touches no appointment, and records it. */
    Uni<Void> perform(ToolContext context, Call call, Effected done, Function<SqlConnection, Uni<Void>> work) {
        return effects.perform(context.turn().key(), effect(call, done, Optional.empty()), work);
    }

    private Effect effect(Call call, Effected done, Optional<Appointment> touched) {
        return new Effect(call.tool(), call.arguments(), json.write(done),
                touched.map(appointment -> appointment.id().value()));
    }

    /** The turn is held first and the effect recorded last, in the transaction that changes the agenda. */
    Alongside recording(ToolContext context, Call call, Function<Appointment, Effected> result) {
        return new Alongside() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return hold(connection, context);
            }

            @Override
            public Uni<Void> after(SqlConnection connection, Appointment appointment) {
                return effects.record(connection, context.turn().key(),
                        effect(call, result.apply(appointment), Optional.of(appointment)));
            }
        };
    }

    /** The turn is held first, and what was done is recorded last, if anything was. */
    <O> Witness<O> witness(ToolContext context, Call call, Function<O, Optional<Effected>> result) {
        return new Witness<>() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return hold(connection, context);
            }

            @Override
            public Uni<Void> after(SqlConnection connection, O outcome) {
                return result.apply(outcome)
                        .map(done -> effects.record(connection, context.turn().key(), effect(call, done, Optional.empty())))
                        .orElseGet(() -> Uni.createFrom().voidItem());
            }
        };
    }

    /** The same for a change of the waiting list. */
    AlongsideEntry waiting(ToolContext context, Call call, Function<WaitlistEntry, Effected> result) {
        return new AlongsideEntry() {
            @Override
            public Uni<Void> before(SqlConnection connection) {
                return hold(connection, context);
            }

            @Override
            public Uni<Void> after(SqlConnection connection, WaitlistEntry entry) {
                return effects.record(connection, context.turn().key(), new Effect(call.tool(), call.arguments(),
                        json.write(result.apply(entry)), Optional.of(entry.id().value())));
            }
        };
    }

    private Effected read(ToolContext context, Effect effect) {
        return json.read(effect.result(), Effected.class).at(context.zone());
    }
}
