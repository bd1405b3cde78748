package mx.yume.conversation.outbox;

import java.time.Duration;

/** How long to wait before the next try, and when to give up. About four hours in all. */
final class Retries {

    static final int MOST = 12;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration FOR_A_REPORT = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Retries() {}

    static boolean exhausted(int attempts) {
        return attempts >= MOST;
    }

    /**
     * Doubles with every attempt: 2 s, 4 s, 8 s, … up to an hour.
     *
     * @param doubtful nothing was heard: the provider's report is given time to come before a second message is risked
     */
    static Duration after(int attempts, boolean doubtful) {
        var wait = after(attempts);
        return doubtful && wait.compareTo(FOR_A_REPORT) < 0 ? FOR_A_REPORT : wait;
    }

    static Duration after(int attempts) {
        var wait = FIRST.multipliedBy(1L << Math.clamp(attempts - 1, 0, 12));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
