package mx.yume.whatsapp.twilio;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Picture;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.TypingCue;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;
import mx.yume.whatsapp.NumberedText;

/**
 * Sends by Twilio: what can be tapped as a content of its shape, templates by their ContentSid, the rest as text. Where there is no
 * content, what can be chosen is numbered. A body longer than Twilio takes is abridged, not split: of several sends the second may
 * fail alone, and a retry would repeat the first.
 */
@ApplicationScoped
public class TwilioChannel implements Channel {

    /** Twilio refuses a longer body (error 21617). */
    static final int MAX_BODY = 1600;
    /** Of our row's id in the address that Twilio calls with its reports. */
    static final String ROW = "id";
    private static final String WHATSAPP = "whatsapp:";
    private static final String CHANNEL = "whatsapp";

    /** What is said: a body, below a picture perhaps, or a content and what is filled in. */
    private record Said(@Nullable String body, @Nullable String mediaUrl, @Nullable String contentSid,
            @Nullable String variables) {}

    private final TwilioConfig config;
    private final YumeConfig yume;
    private final TwilioMessages messages;
    private final TwilioTyping typing;
    private final TwilioAccounts accounts;
    private final TwilioShapes shapes;
    private final ObjectMapper json;

    TwilioChannel(TwilioConfig config, YumeConfig yume, TwilioAccounts accounts, @RestClient TwilioMessages messages,
            @RestClient TwilioTyping typing,
            TwilioShapes shapes, ObjectMapper json) {
        this.config = config;
        this.yume = yume;
        this.accounts = accounts;
        this.messages = messages;
        this.typing = typing;
        this.shapes = shapes;
        this.json = json;
    }

    @Override
    public ChannelName name() {
        return ChannelName.TWILIO;
    }

    @Override
    public boolean on() {
        return config.canAsk();
    }

    @Override
    public Optional<String> central() {
        return on() ? Optional.of(yume.centralNumber().e164()) : Optional.empty();
    }

    @Override
    public String address(PhoneNumber phone) {
        return whatsapp(phone.e164());
    }

    @Override
    public Uni<Optional<String>> account(OrganizationId organization, String businessAddress) {
        return accounts.sid(organization, businessAddress);
    }

    @Override
    public Uni<Delivery> send(OutboundMessage message) {
        if (!config.canAsk()) {
            return Uni.createFrom().item(new Delivery.TryAgain("TWILIO_ACCOUNT_SID or TWILIO_AUTH_TOKEN is not set"));
        }
        return accounts.of(message.organization(), message.businessAddress()).chain(account -> account.isEmpty()
                ? Uni.createFrom().item(new Delivery.Disconnected("the account of this number does not work"))
                : send(account.orElseThrow(), message));
    }

    private Uni<Delivery> send(TwilioAccount account, OutboundMessage message) {
        if (message.content() instanceof Templated template) {
            return message.templateId().isEmpty()
                    ? Uni.createFrom().item(new Delivery.Rejected("a template without its ContentSid"))
                    : posted(account, message, template(template, message.templateId().orElseThrow()))
                            .map(answer -> answer.delivery(message));
        }
        return TwilioShape.of(message.content()).map(shape -> shaped(account, message, shape))
                .orElseGet(() -> asText(account, message));
    }

    @Override
    public Uni<Void> typing(TypingCue cue) {
        return accounts.of(cue.organization(), cue.businessAddress()).chain(account -> account.isEmpty() || !on()
                ? Uni.createFrom().voidItem()
                : typing.show(account.orElseThrow().credentials(), cue.providerMessageId(), CHANNEL)
                        .ifNoItem().after(config.timeout()).fail().invoke(answer -> {
                            if (!TwilioAnswer.accepted(answer.getStatus())) {
                                throw new IllegalStateException("HTTP " + answer.getStatus());
                            }
                        }).replaceWithVoid());
    }

    private Uni<Delivery> asText(TwilioAccount account, OutboundMessage message) {
        var picture = message.content() instanceof Picture it ? config.publicUrl(it.path()) : null;
        return posted(account, message, new Said(NumberedText.of(message.content(), MAX_BODY), picture, null, null))
                .map(answer -> answer.delivery(message));
    }

    private Uni<Delivery> shaped(TwilioAccount account, OutboundMessage message, TwilioShape shape) {
        return shapes.sid(account, shape).chain(sid -> sid.isEmpty() ? asText(account, message)
                : posted(account, message, new Said(null, null, sid.orElseThrow(), written(shape.variables())))
                        .chain(answer -> !answer.blamesTheContent() ? Uni.createFrom().item(answer.delivery(message))
                                // Nothing was accepted: the same as text is still one message.
                                : (answer.contentIsGone() ? shapes.forget(account, shape, sid.orElseThrow())
                                        : Uni.createFrom().voidItem()).chain(() -> asText(account, message))));
    }

    /** The words first, then what the quick replies carry: as {@link TwilioTemplates} submits it. */
    private Said template(Templated template, String contentSid) {
        var values = new ArrayList<String>();
        template.template().variables().forEach(name -> values.add(template.values().getOrDefault(name, "")));
        template.options().stream().map(Option::id).forEach(values::add);
        return new Said(null, null, contentSid, written(TwilioShape.numbered(values)));
    }

    /** What came of it; nothing heard is a doubt. */
    private sealed interface Answer {

        record Heard(int status, TwilioAnswer said) implements Answer {}

        record Silence(String why) implements Answer {}

        default boolean blamesTheContent() {
            return this instanceof Heard(var status, var said) && said.blamesTheContent(status);
        }

        default boolean contentIsGone() {
            return this instanceof Heard(_, var said) && said.contentIsGone();
        }

        default Delivery delivery(OutboundMessage message) {
            return switch (this) {
                case Heard(var status, var said) -> said.delivery(status, "no-sid-" + message.id());
                case Silence(var why) -> new Delivery.TryAgain(why, true);
            };
        }
    }

    private Uni<Answer> posted(TwilioAccount account, OutboundMessage message, Said said) {
        return messages.send(account.sid(), account.credentials(), whatsapp(message.businessAddress()),
                whatsapp(message.personAddress()), said.body(), said.mediaUrl(), said.contentSid(), said.variables(),
                config.publicUrl(TwilioConfig.WEBHOOK + TwilioConfig.STATUS) + "?" + ROW + "=" + message.id())
                .map(this::heard)
                .ifNoItem().after(config.timeout()).recoverWithItem(() -> new Answer.Silence("no answer in time"))
                // Nothing was said, so nothing is known: at least once means to try again.
                .onFailure().recoverWithItem(failure -> new Answer.Silence("no connection: " + failure.getMessage()));
    }

    private Answer heard(Response answer) {
        return new Answer.Heard(answer.getStatus(), TwilioAnswer.read(json, answer.readEntity(String.class)));
    }

    private String written(Map<String, String> variables) {
        try {
            return json.writeValueAsString(variables);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Variables that cannot be written", impossible);
        }
    }

    private static String whatsapp(String address) {
        return address.startsWith(WHATSAPP) ? address : WHATSAPP + address;
    }
}
