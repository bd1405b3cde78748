package mx.yume.whatsapp.meta.signup;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The Meta app in whose name businesses connect their numbers. Without its id, its secret and a configuration, none can. */
@ConfigMapping(prefix = "yume.meta")
public interface SignupConfig {

    /** META_APP_ID. */
    Optional<String> appId();

    /** META_APP_SECRET. */
    Optional<String> appSecret();

    /** The configuration of Facebook Login for Business that opens Embedded Signup. */
    Optional<String> signupConfigId();

    /** Of the Graph API. */
    @WithDefault("v24.0")
    String graphVersion();

    /** How long Meta may take for one answer. */
    @WithDefault("15s")
    Duration signupTimeout();
}
