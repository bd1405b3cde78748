package mx.yume.whatsapp.meta.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.signup.Signup;
import mx.yume.business.numbers.signup.SignupFailure;
import mx.yume.business.numbers.signup.SignupProvider;
import mx.yume.business.numbers.signup.SignupStep;
import mx.yume.platform.PhoneNumber;

/**
 * What follows Meta's Embedded Signup (v4): the code becomes a token, the account's events come to Yume's app, the number is
 * registered with a PIN, and told as people write it. Each but the first may be done again; a code that was used is asked for anew.
 */
@ApplicationScoped
public class EmbeddedSignup implements SignupProvider {

    private static final String FIELDS = "display_phone_number";

    private final SignupConfig config;
    private final MetaGraph graph;
    private final ObjectMapper json;
    private final Clock clock;

    EmbeddedSignup(SignupConfig config, @RestClient MetaGraph graph, ObjectMapper json, Clock clock) {
        this.config = config;
        this.graph = graph;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "meta";
    }

    @Override
    public Optional<Launch> launch() {
        return config.appSecret().flatMap(secret -> config.appId().flatMap(app -> config.signupConfigId()
                .map(configuration -> new Launch(app, configuration, config.graphVersion()))));
    }

    @Override
    public Uni<SignupStep> next(Signup signup) {
        return switch (signup.state()) {
            case ASKED -> exchange(signup);
            case AUTHORIZED -> asked(graph.subscribe(version(), bearer(signup), signup.account()),
                    answer -> new SignupStep.Subscribed());
            case SUBSCRIBED -> asked(graph.register(version(), bearer(signup), signup.address(),
                    new MetaGraph.Registration("whatsapp", signup.pin().orElseThrow())), answer -> new SignupStep.Registered());
            case REGISTERED -> asked(graph.number(version(), bearer(signup), signup.address(), FIELDS), EmbeddedSignup::known);
            case CONNECTED, FAILED -> throw new IllegalStateException("There is no step from " + signup.state());
        };
    }

    private Uni<SignupStep> exchange(Signup signup) {
        return answered(graph.exchange(version(), config.appId().orElseThrow(), config.appSecret().orElseThrow(),
                signup.code().orElseThrow())).chain(answer -> {
                    var token = answer.accessToken();
                    return answer.yes() && token != null ? expiry(answer, token)
                            .map(expires -> new SignupStep.Authorized(token, expires))
                            : Uni.createFrom().item(new SignupStep.Refused(whyNotExchanged(answer.code()), answer.reason()));
                });
    }

    /** Where the exchange says nothing of it, the token itself is asked; one that was given is not lost for that. */
    private Uni<Optional<Instant>> expiry(GraphAnswer answer, String token) {
        var seconds = answer.expiresIn();
        if (seconds != null) {
            return Uni.createFrom().item(seconds > 0 ? Optional.of(clock.instant().plusSeconds(seconds)) : Optional.empty());
        }
        var app = "Bearer " + config.appId().orElseThrow() + "|" + config.appSecret().orElseThrow();
        return answered(graph.inspect(version(), app, token))
                .map(told -> Optional.ofNullable(told.data()).flatMap(data -> Optional.ofNullable(data.expiresAt()))
                        .filter(at -> at > 0).map(Instant::ofEpochSecond))
                // The code is used up by now: without the date nobody is warned, with a failure nobody is connected.
                .onFailure().recoverWithItem(Optional.empty());
    }

    private static SignupStep known(GraphAnswer answer) {
        return Optional.ofNullable(answer.displayPhoneNumber()).flatMap(PhoneNumber::parse)
                .<SignupStep>map(SignupStep.Known::new)
                .orElseGet(() -> new SignupStep.Refused(SignupFailure.REFUSED, "Meta tells no phone number"));
    }

    private Uni<SignupStep> asked(Uni<Response> response, Function<GraphAnswer, SignupStep> step) {
        return answered(response).map(answer -> answer.yes() ? step.apply(answer)
                : new SignupStep.Refused(why(answer.code()), answer.reason()));
    }

    private Uni<GraphAnswer> answered(Uni<Response> response) {
        return response.map(answer -> GraphAnswer.read(json, answer)).ifNoItem().after(config.signupTimeout()).fail();
    }

    /** 100 with its subcodes: the code was used, is too old, or was never one. */
    private static SignupFailure whyNotExchanged(int code) {
        return code == 100 || code == 0 ? SignupFailure.PERMISSION_EXPIRED : why(code);
    }

    /** Meta's codes of registering numbers and of permissions (Graph API reference, "register"). */
    private static SignupFailure why(int code) {
        return switch (code) {
            case 133005 -> SignupFailure.PIN_SET;
            case 133006, 133010 -> SignupFailure.NOT_VERIFIED;
            case 133009, 133016 -> SignupFailure.TOO_OFTEN;
            case 131031, 368 -> SignupFailure.LOCKED;
            case 3, 10, 100, 190, 200, 299 -> SignupFailure.NOT_ALLOWED;
            default -> SignupFailure.REFUSED;
        };
    }

    private String version() {
        return config.graphVersion();
    }

    private static String bearer(Signup signup) {
        return "Bearer " + signup.token().orElseThrow();
    }
}
