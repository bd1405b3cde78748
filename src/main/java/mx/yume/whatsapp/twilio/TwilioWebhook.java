package mx.yume.whatsapp.twilio;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import mx.yume.conversation.ChannelName;
import mx.yume.conversation.inbox.Inbox;
import mx.yume.conversation.outbox.Outbox;
import mx.yume.whatsapp.twilio.TwilioGate.Admission;

/**
 * What Twilio calls. 200 means stored, whether or not it was understood; what could not be stored gets 503 and Twilio tries
 * once more, if the webhook is configured with {@code #rc=5&rp=all}.
 */
@Path(TwilioConfig.WEBHOOK)
@Consumes(MediaType.WILDCARD)
public class TwilioWebhook {

    private static final Logger LOG = Logger.getLogger(TwilioWebhook.class);
    /** TwiML for: nothing to say now. The reply leaves by the outbox. */
    private static final String NOTHING_TO_SAY = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

    private final TwilioGate gate;
    private final Inbox inbox;
    private final Outbox outbox;

    TwilioWebhook(TwilioGate gate, Inbox inbox, Outbox outbox) {
        this.gate = gate;
        this.inbox = inbox;
        this.outbox = outbox;
    }

    /** A message came in. */
    @POST
    public Uni<RestResponse<String>> message(byte[] body, @HeaderParam("X-Twilio-Signature") @Nullable String signature,
            @Context HttpServerRequest request) {
        return answer(request, signature, body, form -> switch (TwilioInbound.read(form, body)) {
            case TwilioInbound.Read.Message(var message) -> inbox.accept(message).replaceWithVoid();
            case TwilioInbound.Read.Unreadable(var reason) -> unreadable(reason, body);
        });
    }

    /** A message that went out has come further. Events may come late, twice, or in any order. */
    @POST
    @Path(TwilioConfig.STATUS)
    public Uni<RestResponse<String>> status(byte[] body, @HeaderParam("X-Twilio-Signature") @Nullable String signature,
            @Context HttpServerRequest request) {
        return answer(request, signature, body, form -> {
            var id = form.value("MessageSid").or(() -> form.value("SmsSid"));
            var status = form.value("MessageStatus").or(() -> form.value("SmsStatus"));
            if (id.isEmpty() || status.isEmpty()) {
                return unreadable("status without MessageSid or MessageStatus", body);
            }
            return TwilioStatus.read(id.get(), row(request.getParam(TwilioChannel.ROW)), status.get(), form.value("ErrorCode"))
                    .map(outbox::report).orElseGet(() -> Uni.createFrom().voidItem());
        });
    }

    /** Ours, as the address that was called carries it; messages sent before it did have none. */
    private static Optional<UUID> row(@Nullable String id) {
        try {
            return Optional.ofNullable(id).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Uni<Void> unreadable(String reason, byte[] body) {
        return inbox.unreadable(ChannelName.TWILIO, reason, body);
    }

    private Uni<RestResponse<String>> answer(HttpServerRequest request, @Nullable String signature, byte[] body,
            Function<TwilioForm, Uni<Void>> work) {
        return gate.admit(request.uri(), signature, body).chain(admission -> answer(request, admission, body, work))
                .onFailure().recoverWithItem(failure -> {
                    LOG.errorf("The account of an event from Twilio could not be looked up: %s", failure);
                    return RestResponse.status(Status.SERVICE_UNAVAILABLE);
                });
    }

    private Uni<RestResponse<String>> answer(HttpServerRequest request, Admission admission, byte[] body,
            Function<TwilioForm, Uni<Void>> work) {
        return switch (admission) {
            case Admission.Admitted(var form) -> stored(work.apply(form));
            case Admission.Unreadable(var reason) -> stored(unreadable(reason, body));
            case Admission.Forged() -> {
                LOG.warnf("A request to %s without Twilio's signature was refused", request.path());
                yield status(Status.FORBIDDEN);
            }
            case Admission.Closed() -> status(Status.NOT_FOUND);
        };
    }

    private static Uni<RestResponse<String>> stored(Uni<Void> work) {
        return work.map(done -> RestResponse.ResponseBuilder.ok(NOTHING_TO_SAY, MediaType.TEXT_XML_TYPE).build())
                .onFailure().recoverWithItem(failure -> {
                    LOG.errorf("An event from Twilio could not be stored: %s", failure);
                    return RestResponse.status(Status.SERVICE_UNAVAILABLE);
                });
    }

    private static Uni<RestResponse<String>> status(Status status) {
        return Uni.createFrom().item(RestResponse.status(status));
    }
}
