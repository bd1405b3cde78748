package mx.yume.conversation.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "yume.outbox")
public interface OutboxConfig {

    /** Local hours in which only answers are sent: "21:30-08:00", or "off" for none (YUME_QUIET_HOURS). */
    @WithDefault("21:30-08:00")
    String quietHours();

    /** Messages that one number may send in a second. Meta's and Twilio's usual throughput is 80. */
    @WithDefault("80")
    int perSecond();

    /** Messages in flight at once in this instance. */
    @WithDefault("32")
    int atOnce();

    /** How long a template that is not approved yet is waited for, where the message itself has no end. */
    @WithDefault("24h")
    Duration waitForApproval();

    /** When somebody who is not to be woken may be written to; empty when they may be at once. */
    default Optional<Instant> quietUntil(Instant now, ZoneId zone) {
        return QuietHours.parse(quietHours()).flatMap(hours -> hours.until(now, zone));
    }
}
