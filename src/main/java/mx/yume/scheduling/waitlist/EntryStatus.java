package mx.yume.scheduling.waitlist;

/** Open while waiting or offered; the others are for good. */
public enum EntryStatus {
    WAITING, OFFERED, BOOKED, LEFT, LAPSED
}
