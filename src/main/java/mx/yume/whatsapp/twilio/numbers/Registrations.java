package mx.yume.whatsapp.twilio.numbers;

import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.business.numbers.Provision;
import mx.yume.business.numbers.Step;
import mx.yume.whatsapp.twilio.TwilioConfig;

/** The registration of bought numbers with WhatsApp: asked for, looked at until WhatsApp has decided, and given up. */
@ApplicationScoped
class Registrations {

    private static final String CHANNEL = "whatsapp";
    private static final int MOST = 1000;
    /** Twilio's list of what a business does, for WhatsApp's profile. */
    private static final String VERTICAL = "Beauty, Spa and Salon";
    /** Up to five tries, for whatever went wrong: by default Twilio tries once more, on a lost connection only. */
    private static final String INSISTING = "#rc=5&rp=all";

    private final TwilioConfig account;
    private final NumbersConfig config;
    private final TwilioSenders senders;
    private final ObjectMapper json;

    Registrations(TwilioConfig account, NumbersConfig config, @RestClient TwilioSenders senders, ObjectMapper json) {
        this.account = account;
        this.config = config;
        this.senders = senders;
        this.json = json;
    }

    /** Where messages of a number are to go. */
    static String webhook(TwilioConfig account) {
        return account.publicUrl(TwilioConfig.WEBHOOK) + INSISTING;
    }

    /** A number that another business had is registered already, under another name; so may be one of a try before. */
    Uni<Step> begin(Provision provision, String credentials) {
        var known = provision.held().sender();
        return (known.isPresent() ? Uni.createFrom().item(known) : find(provision, credentials))
                .chain(found -> found.isPresent() ? change(provision, credentials, found.get())
                        : register(provision, credentials));
    }

    private Uni<Step> change(Provision provision, String credentials, String sid) {
        return asked(senders.change(credentials, sid, request(provision, Optional.empty())))
                .map(answer -> answer.yes() ? new Step.Registering(sid) : new Step.Refused(answer.reason()));
    }

    private Uni<Optional<String>> find(Provision provision, String credentials) {
        var id = id(provision);
        return asked(senders.all(credentials, CHANNEL, MOST)).map(answer -> answer.document().allSenders().stream()
                .filter(sender -> id.equals(sender.senderId())).findFirst()
                .flatMap(sender -> Optional.ofNullable(sender.sid())));
    }

    private Uni<Step> register(Provision provision, String credentials) {
        return asked(senders.register(credentials, request(provision, Optional.of(id(provision)))))
                .map(answer -> answer.yes() && answer.document().sid() instanceof String sid ? new Step.Registering(sid)
                        : new Step.Refused(answer.reason()));
    }

    private SenderRequest request(Provision provision, Optional<String> anew) {
        var webhook = new SenderRequest.Webhook(webhook(account), "POST",
                account.publicUrl(TwilioConfig.WEBHOOK + TwilioConfig.STATUS) + INSISTING, "POST");
        return new SenderRequest(anew.orElse(null),
                anew.map(id -> new SenderRequest.Configuration(config.wabaId().orElse(null), "sms")).orElse(null), webhook,
                new SenderRequest.Profile(provision.business(), VERTICAL));
    }

    Uni<Step> look(Provision provision, String credentials) {
        return asked(senders.one(credentials, provision.held().sender().orElseThrow())).map(answer -> {
            if (!answer.yes()) {
                return new Step.Refused(answer.reason());
            }
            return switch (String.valueOf(answer.document().status()).toUpperCase(Locale.ROOT)) {
                case "ONLINE", "ONLINE:UPDATING" -> new Step.Online(provision.held().number());
                case "OFFLINE" -> new Step.Refused(answer.reason());
                // CREATING, PENDING_VERIFICATION, VERIFYING, TWILIO_REVIEW and whatever comes next: not decided.
                default -> new Step.Waiting();
            };
        });
    }

    /** Before its number is given back; empty when there is none any more. */
    Uni<Optional<Step>> giveUp(Provision provision, String credentials) {
        var known = provision.held().sender();
        return known.isEmpty() ? Uni.createFrom().item(Optional.empty())
                : asked(senders.giveUp(credentials, known.get())).map(answer -> answer.yes() || answer.notThere()
                        ? Optional.empty()
                        : Optional.of(new Step.Kept(answer.reason())));
    }

    private static String id(Provision provision) {
        return CHANNEL + ":" + provision.held().number().e164();
    }

    private Uni<Answered> asked(Uni<Response> answer) {
        return answer.map(response -> Answered.read(json, response)).ifNoItem().after(config.numberTimeout()).fail();
    }
}
