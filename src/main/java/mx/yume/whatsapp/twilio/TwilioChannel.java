package mx.yume.whatsapp.twilio;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundMessage;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.YumeConfig;
import mx.yume.whatsapp.NumberedText;

/**
 * Sends by Twilio. Outside of templates it has neither buttons nor lists, so what can be chosen is numbered. A body longer than
 * Twilio takes is abridged, not split: of several sends the second may fail alone, and a retry would repeat the first.
 */
@ApplicationScoped
public class TwilioChannel implements Channel {

    /** Twilio refuses a longer body (error 21617). */
    static final int MAX_BODY = 1600;
    private static final String WHATSAPP = "whatsapp:";

    private final TwilioConfig config;
    private final YumeConfig yume;
    private final TwilioMessages messages;
    private final ObjectMapper json;

    TwilioChannel(TwilioConfig config, YumeConfig yume, @RestClient TwilioMessages messages, ObjectMapper json) {
        this.config = config;
        this.yume = yume;
        this.messages = messages;
        this.json = json;
    }

    @Override
    public ChannelName name() {
        return ChannelName.TWILIO;
    }

    @Override
    public boolean on() {
        return config.accountSid().isPresent() && config.authToken().isPresent();
    }

    @Override
    public Optional<String> central() {
        return on() ? Optional.of(yume.centralNumber().e164()) : Optional.empty();
    }

    @Override
    public Uni<Optional<String>> account(OrganizationId organization, String businessAddress) {
        return Uni.createFrom().item(config.accountSid());
    }

    @Override
    public Uni<Delivery> send(OutboundMessage message) {
        if (config.accountSid().isEmpty() || config.authToken().isEmpty()) {
            return Uni.createFrom().item(new Delivery.TryAgain("TWILIO_ACCOUNT_SID or TWILIO_AUTH_TOKEN is not set"));
        }
        if (message.content() instanceof Templated) {
            return Uni.createFrom().item(new Delivery.Rejected("templates are sent by their ContentSid"));
        }
        return messages.send(config.accountSid().get(), credentials(), whatsapp(message.businessAddress()),
                whatsapp(message.personAddress()), NumberedText.of(message.content(), MAX_BODY),
                config.publicUrl(TwilioConfig.WEBHOOK + TwilioConfig.STATUS))
                .map(answer -> TwilioAnswer.read(json, answer.readEntity(String.class))
                        .delivery(answer.getStatus(), "no-sid-" + message.id()))
                .ifNoItem().after(config.timeout()).recoverWithItem(() -> new Delivery.TryAgain("no answer in time", true))
                // Nothing was said, so nothing is known: at least once means to try again.
                .onFailure().recoverWithItem(failure -> new Delivery.TryAgain("no connection: " + failure.getMessage(), true));
    }

    private String credentials() {
        var pair = config.accountSid().orElseThrow() + ":" + config.authToken().orElseThrow();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String whatsapp(String address) {
        return address.startsWith(WHATSAPP) ? address : WHATSAPP + address;
    }
}
