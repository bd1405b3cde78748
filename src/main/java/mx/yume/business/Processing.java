package mx.yume.business;

import java.time.Duration;

/**
 * A stretch in the middle of a service in which it needs no hands: a tint that rests. The staff member is free for others then;
 * the customer stays, and so does the spot.
 *
 * @param after how long into the service it begins, more than zero
 * @param length more than zero; it is over before the service ends
 */
public record Processing(Duration after, Duration length) {

    public Processing {
        if (!after.isPositive() || !length.isPositive()) {
            throw new IllegalArgumentException("Processing lies in the middle of a service: " + after + ", " + length);
        }
    }

    /** When hands are needed again, counted from the start of the service. */
    public Duration end() {
        return after.plus(length);
    }
}
