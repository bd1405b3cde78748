package mx.yume.conversation.turn;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "yume.workers")
public interface WorkersConfig {

    /** Whether this instance works by itself; off where tests decide when. */
    @WithDefault("true")
    boolean enabled();

    /** Turns under way at once in this instance. */
    @WithDefault("24")
    int turns();

    /** Turns of one organization taken at once, so that none starves another. */
    @WithDefault("8")
    int turnsOfOne();

    /** How often work is looked for that no alarm of this instance announced. */
    @WithDefault("1s")
    Duration poll();

    /** A claim is given up this long after its last renewal; renewed at a third of it. */
    @WithDefault("15s")
    Duration lease();

    /** Messages of one sender in a minute above which no assistant sees them. */
    @WithDefault("20")
    int messagesPerMinute();

    /** Tries of one turn before the apology. */
    @WithDefault("3")
    int attempts();

    /** Times a turn may be found unfinished by a crash before the apology: it may be what crashes. */
    @WithDefault("10")
    int takeovers();

    /** A turn that hangs is given up after this long, or its renewed lease would hold the conversation for ever. */
    @WithDefault("30s")
    Duration longestTurn();
}
