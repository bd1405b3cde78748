package mx.yume.scheduling.waitlist;

/** Only one that is open holds time, and only until it expires. */
public enum OfferStatus {
    OPEN, TAKEN, DECLINED, EXPIRED
}
