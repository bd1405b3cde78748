package mx.yume.web.openid;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import mx.yume.platform.YumeConfig;
import mx.yume.web.signin.OpenIdConfig;

/** Authorization code flow with PKCE against the configured provider. Where its endpoints are, it is asked each time. */
@ApplicationScoped
class Provider {

    static final String BACK = "/entrar/cuenta/regreso";

    private final ProviderApi api;
    private final OpenIdConfig config;
    private final YumeConfig yume;
    private final Clock clock;

    Provider(@RestClient ProviderApi api, OpenIdConfig config, YumeConfig yume, Clock clock) {
        this.api = api;
        this.config = config;
        this.yume = yume;
        this.clock = clock;
    }

    /** Where the browser is sent; the flow is on. */
    Uni<URI> begin(Attempt attempt) {
        return discovered().map(found -> found.getString("authorization_endpoint")).map(endpoint -> URI.create(endpoint
                + (endpoint.contains("?") ? "&" : "?") + "response_type=code"
                + "&client_id=" + encoded(config.clientId().orElseThrow()) + "&redirect_uri=" + encoded(back())
                + "&scope=" + encoded(config.scope()) + "&state=" + attempt.state() + "&nonce=" + attempt.nonce()
                + "&code_challenge=" + attempt.challenge() + "&code_challenge_method=S256"));
    }

    /** Who came back with this code; empty when it is nobody whom the provider answers for. */
    Uni<Optional<Claimed>> redeem(Attempt attempt, String code) {
        return discovered().chain(found -> api.token(found.getString("token_endpoint"), client(), "authorization_code", code,
                back(), attempt.verifier())
                .map(answer -> Optional.ofNullable(new JsonObject(answer).getString("id_token")))
                .chain(token -> token.map(it -> api.keys(found.getString("jwks_uri")).map(keys -> IdTokens.read(it, keys,
                        issuer(), config.clientId().orElseThrow(), attempt.nonce(), clock.instant())))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    /** What is published for another issuer is not this one's (Discovery 1.0, 4.3). */
    private Uni<JsonObject> discovered() {
        return api.discovery().map(JsonObject::new).invoke(found -> {
            if (!issuer().equals(found.getString("issuer"))) {
                throw new IllegalStateException("The configuration at OIDC_ISSUER is of another issuer");
            }
        });
    }

    private String issuer() {
        return config.issuer().orElseThrow();
    }

    private String back() {
        return yume.publicUrl() + BACK;
    }

    /** client_secret_basic (RFC 6749, 2.3.1). */
    private String client() {
        var pair = encoded(config.clientId().orElseThrow()) + ":" + encoded(config.clientSecret().orElseThrow());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
