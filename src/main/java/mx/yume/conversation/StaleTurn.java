package mx.yume.conversation;

/** Somebody else has claimed the conversation since: whatever this worker was doing must change nothing. */
public class StaleTurn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StaleTurn(TurnKey key) {
        super("Turn " + key.turn() + " is no longer held at epoch " + key.epoch(), null, false, false);
    }
}
