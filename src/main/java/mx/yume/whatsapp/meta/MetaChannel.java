package mx.yume.whatsapp.meta;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.Channel;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.Delivery;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.TypingCue;
import mx.yume.platform.OrganizationId;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/** Sends by Meta's Cloud API, with buttons and lists as WhatsApp has them. */
@ApplicationScoped
public class MetaChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(MetaChannel.class);

    private final MetaConfig config;
    private final YumeConfig yume;
    private final MetaTokens tokens;
    private final MetaAccounts accounts;
    private final MetaGraph graph;
    private final ObjectMapper json;

    MetaChannel(MetaConfig config, YumeConfig yume, MetaTokens tokens, MetaAccounts accounts, @RestClient MetaGraph graph,
            ObjectMapper json) {
        this.config = config;
        this.yume = yume;
        this.tokens = tokens;
        this.accounts = accounts;
        this.graph = graph;
        this.json = json;
    }

    @Override
    public ChannelName name() {
        return ChannelName.META;
    }

    @Override
    public boolean on() {
        return config.on();
    }

    @Override
    public Optional<String> central() {
        return on() ? yume.metaCentralNumber() : Optional.empty();
    }

    /** Meta writes and takes phones without the plus. */
    @Override
    public String address(PhoneNumber phone) {
        return phone.e164().substring(1);
    }

    @Override
    public Uni<Optional<String>> account(OrganizationId organization, String businessAddress) {
        return accounts.of(organization, businessAddress);
    }

    @Override
    public Uni<Delivery> send(OutboundMessage message) {
        if (!on()) {
            return Uni.createFrom().item(new Delivery.TryAgain("META_APP_SECRET is not set"));
        }
        return tokens.token(message.organization(), message.businessAddress()).chain(token -> token.isEmpty()
                ? Uni.createFrom().item(new Delivery.Disconnected("no token of this number works"))
                : send(message, token.orElseThrow()));
    }

    private Uni<Delivery> send(OutboundMessage message, String token) {
        return graph.send(message.businessAddress(), MetaTokens.bearer(token), MetaBody.of(message, yume.publicUrl()))
                .map(answer -> MetaAnswer.read(json, answer).delivery("no-id-" + message.id()))
                .ifNoItem().after(config.timeout()).recoverWithItem(() -> new Delivery.TryAgain("no answer in time", true))
                // Nothing was said, so nothing is known: at least once means to try again.
                .onFailure().recoverWithItem(failure -> new Delivery.TryAgain("no connection: " + failure.getMessage(), true));
    }

    @Override
    public Uni<Void> typing(TypingCue cue) {
        return tokens.token(cue.organization(), cue.businessAddress()).chain(token -> token.isEmpty() || !on()
                ? Uni.createFrom().voidItem()
                : graph.send(cue.businessAddress(), MetaTokens.bearer(token.orElseThrow()),
                        MetaBody.read(cue.providerMessageId()))
                        .ifNoItem().after(config.timeout()).fail().replaceWithVoid())
                // Somebody is answered all the same.
                .onFailure().invoke(failure -> LOG.debugf("Meta was not told that a message was read: %s", failure))
                .onFailure().recoverWithNull();
    }
}
