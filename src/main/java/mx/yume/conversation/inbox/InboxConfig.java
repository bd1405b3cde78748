package mx.yume.conversation.inbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "yume.inbox")
public interface InboxConfig {

    /** A turn starts this long after the last message of a burst (YUME_DEBOUNCE). */
    @WithDefault("2s")
    Duration debounce();

    /** A burst that does not end is answered this long after its first message. */
    @WithDefault("8s")
    Duration longestBurst();

    /** How long a delivery is held while the database is away; Twilio waits 15 s in all. */
    @WithDefault("10s")
    Duration hold();
}
