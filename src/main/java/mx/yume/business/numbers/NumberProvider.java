package mx.yume.business.numbers;

import io.smallrye.mutiny.Uni;

/** Gives businesses numbers of their own. A door implements it for each provider that can do so by itself. */
public interface NumberProvider {

    /** As the database writes it: twilio, meta or simulator. */
    String name();

    /** Whether it has numbers for such a business at all. */
    boolean serves(NumberRequest request);

    /**
     * Takes the next step from where the provision is. It is called without a transaction, and again with the same provision after
     * a crash: so it first looks for what it did before. What may be mended by waiting is a failure, and tried again.
     */
    Uni<Step> next(Provision provision);
}
