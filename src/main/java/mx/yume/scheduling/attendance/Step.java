package mx.yume.scheduling.attendance;

/** What can happen to an appointment once it is booked. */
public enum Step {
    /** To another time that is still to come. */
    MOVE, CANCEL,
    /** By the clock alone: its end has passed and nobody said how it went. */
    END,
    /** The business says that the customer was there. */
    COMPLETE,
    /** The business says that the customer did not come. */
    NO_SHOW,
    /** The customer says that they did come. */
    DISPUTE,
    /** The owner stays with it: no show. */
    UPHOLD,
    /** The owner gives in: they came. */
    ACCEPT, RATE,
    /** They add a word to their rating. */
    COMMENT,
    /** Nothing more is expected of anybody. */
    CLOSE
}
