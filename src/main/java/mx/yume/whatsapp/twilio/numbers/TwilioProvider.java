package mx.yume.whatsapp.twilio.numbers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.NumberProvider;
import mx.yume.business.numbers.NumberRequest;
import mx.yume.business.numbers.Provision;
import mx.yume.business.numbers.Step;
import mx.yume.platform.PhoneNumber;
import mx.yume.whatsapp.twilio.TwilioConfig;

/**
 * Buys numbers of Twilio. What is bought carries the attempt's id as its name there, so that after a crash it is found and not
 * bought again; a registration is found by its number.
 */
@ApplicationScoped
public class TwilioProvider implements NumberProvider {

    private static final int OFFERED = 20;
    /** PhoneNumber is not available (Twilio's error dictionary); 21421: it is none. */
    private static final int NOT_AVAILABLE = 21422;
    private static final int INVALID = 21421;

    private final TwilioConfig account;
    private final NumbersConfig config;
    private final TwilioNumbers numbers;
    private final Registrations registrations;
    private final ObjectMapper json;

    TwilioProvider(TwilioConfig account, NumbersConfig config, @RestClient TwilioNumbers numbers, Registrations registrations,
            ObjectMapper json) {
        this.account = account;
        this.config = config;
        this.numbers = numbers;
        this.registrations = registrations;
        this.json = json;
    }

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public boolean serves(NumberRequest request) {
        return request.real() && account.accountSid().isPresent() && account.authToken().isPresent();
    }

    @Override
    public Uni<Step> next(Provision provision) {
        return switch (provision.state()) {
            case REQUESTED -> choose(provision);
            case CHOSEN -> bought(provision).chain(found -> found.map(Uni.createFrom()::item).orElseGet(() -> buy(provision)));
            case BOUGHT -> configure(provision);
            case CONFIGURED -> registrations.begin(provision, credentials());
            case REGISTERING -> registrations.look(provision, credentials());
            case RELEASING -> registrations.giveUp(provision, credentials())
                    .chain(refused -> refused.map(Uni.createFrom()::item).orElseGet(() -> giveBack(provision)));
            case PENDING, PROVIDED, RELEASED -> throw new IllegalStateException("There is no step from " + provision.state());
        };
    }

    /** Mexico's paperwork first: without it Twilio refuses whatever is chosen. */
    private Uni<Step> choose(Provision provision) {
        if (config.numberCountry().equals("MX") && (config.addressSid().isEmpty() || config.bundleSid().isEmpty())) {
            return Uni.createFrom().item(new Step.Refused("Mexico asks for an address and an approved bundle:"
                    + " yume.twilio.address-sid and yume.twilio.bundle-sid are not set"));
        }
        return asked(numbers.available(sid(), credentials(), config.numberCountry(), config.numberType(), true, OFFERED))
                .map(answer -> {
                    if (!answer.yes()) {
                        return new Step.Refused(answer.reason());
                    }
                    // The list may still hold those that were gone.
                    var offered = answer.document().numbers();
                    return offered.stream().skip(provision.progress().tries() % Math.max(1, offered.size())).findFirst()
                            .flatMap(TwilioProvider::phone).<Step>map(Step.Chosen::new)
                            .orElseGet(() -> new Step.Refused("Twilio has no number to sell in " + config.numberCountry()));
                });
    }

    /** What a try before this one bought. */
    private Uni<Optional<Step>> bought(Provision provision) {
        return asked(numbers.bought(sid(), credentials(), friendly(provision)))
                .map(answer -> answer.document().numbers().stream().findFirst().flatMap(number -> phone(number)
                        .map(phone -> new Step.Bought(phone, String.valueOf(number.sid())))));
    }

    private Uni<Step> buy(Provision provision) {
        var number = provision.held().number();
        return asked(numbers.buy(sid(), credentials(), number.e164(), friendly(provision), config.addressSid().orElse(null),
                config.bundleSid().orElse(null))).map(answer -> {
                    if (answer.yes()) {
                        return new Step.Bought(number, String.valueOf(answer.document().sid()));
                    }
                    return answer.says(NOT_AVAILABLE) || answer.says(INVALID) ? new Step.Gone()
                            : new Step.Refused(answer.reason());
                });
    }

    private Uni<Step> configure(Provision provision) {
        return asked(numbers.configure(sid(), credentials(), resource(provision), friendly(provision),
                Registrations.webhook(account), "POST"))
                .map(answer -> answer.yes() ? new Step.Configured() : new Step.Refused(answer.reason()));
    }

    private Uni<Step> giveBack(Provision provision) {
        return asked(numbers.giveBack(sid(), credentials(), resource(provision)))
                .map(answer -> answer.yes() || answer.notThere() ? new Step.GivenBack() : new Step.Kept(answer.reason()));
    }

    private Uni<Answered> asked(Uni<Response> answer) {
        return answer.map(response -> Answered.read(json, response)).ifNoItem().after(config.numberTimeout()).fail();
    }

    private static Optional<PhoneNumber> phone(TwilioDocument.Number number) {
        return Optional.ofNullable(number.phoneNumber()).flatMap(PhoneNumber::parse);
    }

    private static String resource(Provision provision) {
        return provision.held().resource().orElseThrow();
    }

    /** At most 64 characters, and nobody else's. */
    private static String friendly(Provision provision) {
        return "yume-" + provision.attempt();
    }

    private String sid() {
        return account.accountSid().orElseThrow();
    }

    private String credentials() {
        var pair = sid() + ":" + account.authToken().orElseThrow();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
