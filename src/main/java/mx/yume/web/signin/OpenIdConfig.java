package mx.yume.web.signin;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The provider by whose accounts people may come in too. Without issuer, id and secret there is none, and nothing is asked of anybody. */
@ConfigMapping(prefix = "yume.oidc")
public interface OpenIdConfig {

    /** As its tokens name it: https://accounts.google.com. OIDC_ISSUER. */
    Optional<String> issuer();

    /** OIDC_CLIENT_ID. */
    Optional<String> clientId();

    /** OIDC_CLIENT_SECRET. */
    Optional<String> clientSecret();

    /** What the button calls it: "Entrar con Google". */
    @WithDefault("tu cuenta")
    String name();

    /** What is asked for; "phone" too where the provider knows phones. */
    @WithDefault("openid email")
    String scope();

    default boolean on() {
        return issuer().isPresent() && clientId().isPresent() && clientSecret().isPresent();
    }
}
