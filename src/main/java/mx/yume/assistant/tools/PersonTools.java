package mx.yume.assistant.tools;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
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
     * Answers and nothing else from now on, or notices again. Whoever opts out does not share their name either; that is refused
     * first, so that it holds whatever happens in between. Notices again do not share it again: that is asked for by itself.
     *
     * @param sentence that says so
     * @return the sentence
     */
    public Uni<String> optOut(ToolContext context, boolean out, String sentence) {
        var person = context.turn().person().id();
        var call = new Ledger.Call("opt_out", "out=" + out);
        Uni<Void> refused = out ? names.allow(context.business().id(), person, context.turn().origin().sql(), false)
                : Uni.createFrom().voidItem();
        return Traced.call(context, call.tool(), () -> refused
                .chain(() -> ledger.perform(context, call, new Effected.Done(sentence),
                        connection -> customers.optOut(connection, context.business().id(), person, out)))
                .replaceWith(sentence));
    }

    /**
     * Whether other businesses may know the name.
     *
     * @return the sentence
     */
    public Uni<String> shareName(ToolContext context, boolean shared, String sentence) {
        return Traced.call(context, "share_name", () -> names.allow(context.business().id(), context.turn().person().id(),
                context.turn().origin().sql(), shared).replaceWith(sentence));
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
