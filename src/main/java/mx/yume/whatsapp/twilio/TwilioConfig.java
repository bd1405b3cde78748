package mx.yume.whatsapp.twilio;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The Twilio account. Without an auth token the channel is off: its webhooks are not there. */
@ConfigMapping(prefix = "yume.twilio")
public interface TwilioConfig {

    /** Where messages come in. */
    String WEBHOOK = "/api/v1/webhooks/whatsapp/twilio";
    /** Below it: where Twilio tells how far a message that went out has come. */
    String STATUS = "/status";

    /** TWILIO_ACCOUNT_SID. */
    Optional<String> accountSid();

    /** TWILIO_AUTH_TOKEN: proves that a webhook is Twilio's, and to Twilio that a message is ours. */
    Optional<String> authToken();

    /** PUBLIC_URL: what Twilio calls, and therefore what it signs. */
    String publicUrl();

    /** TWILIO_API_URL: whatever else a webhook names is not asked with our credentials. */
    String apiUrl();

    /** How long a voice note may take to be fetched. */
    @WithDefault("4s")
    Duration mediaTimeout();

    /** How long one message may take to be accepted. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a message with something to tap may wait for its content to be made before it is sent as text. */
    @WithDefault("4s")
    Duration contentTimeout();

    /** Whether Twilio's log of messages is read after its webhooks. */
    @WithDefault("true")
    boolean reconcile();

    /** Without both of them nothing can be asked of Twilio. */
    default boolean canAsk() {
        return accountSid().isPresent() && authToken().isPresent();
    }

    /** The installation's own account; empty where nothing can be asked of Twilio. */
    default Optional<TwilioAccount> account() {
        return accountSid().flatMap(sid -> authToken().map(token -> new TwilioAccount(sid, token)));
    }

    /** A path of ours as Twilio sees it. */
    default String publicUrl(String path) {
        var base = publicUrl();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
