package mx.yume.whatsapp.meta;

import java.time.Duration;
import java.util.Optional;

/** An app at Meta as a test wants it. */
record App(Optional<String> appId, Optional<String> appSecret, Optional<String> verifyToken, Optional<String> accessToken,
        String graphUrl, Duration mediaTimeout, Duration timeout) implements MetaConfig {

    static final App OFF = new App(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
            "https://graph.facebook.com", Duration.ofSeconds(4), Duration.ofSeconds(10));

    static final App ON = new App(Optional.of("100000000000001"), Optional.of(Payloads.SECRET), Optional.of("verificame"),
            Optional.of("EAAtest"), "https://graph.facebook.com", Duration.ofSeconds(4), Duration.ofSeconds(10));

    static App at(String graphUrl, Duration mediaTimeout) {
        return new App(ON.appId, ON.appSecret, ON.verifyToken, ON.accessToken, graphUrl, mediaTimeout, ON.timeout);
    }

    App without(String variable) {
        return new App(variable.equals("META_APP_ID") ? Optional.empty() : appId, appSecret,
                variable.equals("META_VERIFY_TOKEN") ? Optional.empty() : verifyToken,
                variable.equals("META_ACCESS_TOKEN") ? Optional.empty() : accessToken, graphUrl, mediaTimeout, timeout);
    }
}
