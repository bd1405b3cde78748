package mx.yume.assistant.orders;

/** What came of doing an order. */
public sealed interface Performed<O extends Order> {

    /**
     * It was done and recorded, in one transaction.
     *
     * @param sentence says so, in Spanish, ready for a person
     */
    record Done<O extends Order>(String sentence) implements Performed<O> {}

    /** Nothing was done: things have changed since it was shown. */
    record Instead<O extends Order>(Proposal<O> what) implements Performed<O> {}
}
