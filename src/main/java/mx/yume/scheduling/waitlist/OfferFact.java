package mx.yume.scheduling.waitlist;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Something about an offer, as the payload of a job of one of the kinds below. */
@RegisterForReflection
public record OfferFact(UUID offer) {

    /** It was made: whoever it is for should hear of it. */
    public static final String OFFERED = "waitlist.offered";
    /** Its time is over, unless it was answered. */
    public static final String LAPSING = "waitlist.lapsing";
}
