package mx.yume.whatsapp.meta;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The app at Meta. Without an app secret the channel is off: its webhook is not there. */
@ConfigMapping(prefix = "yume.meta")
public interface MetaConfig {

    /** Where messages, states and news of templates come in. */
    String WEBHOOK = "/api/v1/webhooks/whatsapp/meta";

    /** Of the Graph API; each lives for two years. */
    String VERSION = "v26.0";

    /** META_APP_ID: which app businesses connect their own number to. */
    Optional<String> appId();

    /** META_APP_SECRET: proves that a webhook is Meta's. */
    Optional<String> appSecret();

    /** META_VERIFY_TOKEN: what Meta repeats when the webhook is set up there. */
    Optional<String> verifyToken();

    /** META_ACCESS_TOKEN: serves the numbers that have no token of their own. */
    Optional<String> accessToken();

    /** META_GRAPH_URL: where the Graph API is; whatever else is named is not asked with our token. */
    String graphUrl();

    /** How long a voice note may take to be fetched. */
    @WithDefault("4s")
    Duration mediaTimeout();

    /** How long one message may take to be accepted. */
    @WithDefault("10s")
    Duration timeout();

    default boolean on() {
        return appSecret().isPresent();
    }
}
