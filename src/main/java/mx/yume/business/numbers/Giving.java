package mx.yume.business.numbers;

/** What came of giving a business a number by hand. */
public sealed interface Giving {

    /** It is the business's, and whoever waited for it is told. */
    record Given() implements Giving {}

    /** It was already. */
    record HasIt() implements Giving {}

    /** Another business has it, or is being given it. */
    record Taken() implements Giving {}

    /** A provider is at it just now: when it is through, there is a number or the request is pending. */
    record UnderWay() implements Giving {}
}
