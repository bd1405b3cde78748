package mx.yume.assistant.tools;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.customers.Customers;
import mx.yume.customers.SharedNames;

/** What a person allows, and how they are called elsewhere. */
@ApplicationScoped
public class PersonTools {

    private final Customers customers;
    private final SharedNames names;
    private final Ledger ledger;

    PersonTools(Customers customers, SharedNames names, Ledger ledger) {
        this.customers = customers;
        this.names = names;
        this.ledger = ledger;
    }

    /**
     * Answers and nothing else from now on, or notices again. Whoever opts out does not share their name either. Notices again do not
     * share it again: that is asked for by itself.
     *
     * @param sentence that says so
     * @return the sentence
     */
    public Uni<String> optOut(ToolContext context, boolean out, String sentence) {
        var person = context.turn().person().id();
        var call = new Ledger.Call("opt_out", "out=" + out);
        return Traced.call(context, call.tool(), () -> ledger.perform(context, call, new Effected.Done(sentence),
                connection -> customers.optOut(connection, context.business().id(), person, out, turn(context))
                        .chain(() -> out ? allow(connection, context, false) : Uni.createFrom().voidItem()))
                .replaceWith(sentence));
    }

    /**
     * Whether other businesses may know the name.
     *
     * @return the sentence
     */
    public Uni<String> shareName(ToolContext context, boolean shared, String sentence) {
        var call = new Ledger.Call("share_name", "shared=" + shared);
        return Traced.call(context, call.tool(), () -> ledger.perform(context, call, new Effected.Done(sentence),
                connection -> allow(connection, context, shared)).replaceWith(sentence));
    }

    private Uni<Void> allow(SqlConnection connection, ToolContext context, boolean shared) {
        return names.allow(connection, context.business().id(), context.turn().person().id(), context.turn().origin().sql(),
                shared, turn(context));
    }

    private static UUID turn(ToolContext context) {
        return context.turn().key().turn().value();
    }

    /** What they told another business to be called, if they share it; to be asked about. */
    public Uni<Optional<String>> nameElsewhere(ToolContext context) {
        return names.find(context.business().id(), context.turn().person().id(), context.turn().origin().sql());
    }

    /** What they were just told by themselves to be called. */
    public Uni<Void> keepName(ToolContext context, String name) {
        return names.keep(context.business().id(), context.turn().person().id(), context.turn().origin().sql(), name);
    }
}
