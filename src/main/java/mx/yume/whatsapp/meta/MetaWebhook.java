package mx.yume.whatsapp.meta;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * What Meta calls. 200 means that all of a delivery is stored, whether or not it was understood; what could not be stored gets
 * 503, and Meta delivers it again for up to 7 days.
 */
@Path(MetaConfig.WEBHOOK)
@Consumes(MediaType.WILDCARD)
public class MetaWebhook {

    private static final Logger LOG = Logger.getLogger(MetaWebhook.class);

    private final MetaGate gate;
    private final MetaReader reader;
    private final MetaDelivery delivery;

    MetaWebhook(MetaGate gate, MetaReader reader, MetaDelivery delivery) {
        this.gate = gate;
        this.reader = reader;
        this.delivery = delivery;
    }

    /** Somebody sets the webhook up at Meta: whoever knows the token hears the challenge back. */
    @GET
    public Uni<RestResponse<String>> verify(@QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.verify_token") @Nullable String token, @QueryParam("hub.challenge") @Nullable String challenge) {
        return Uni.createFrom().item(switch (gate.verify(mode, token)) {
            case ADMITTED -> challenge == null ? RestResponse.status(Status.FORBIDDEN)
                    : ResponseBuilder.ok(challenge, MediaType.TEXT_PLAIN_TYPE).header("X-Content-Type-Options", "nosniff")
                            .build();
            case FORGED -> RestResponse.status(Status.FORBIDDEN);
            case CLOSED -> RestResponse.status(Status.NOT_FOUND);
        });
    }

    /** Messages came in, messages that went out came further, templates were judged: any number of each. */
    @POST
    public Uni<RestResponse<Void>> deliver(byte[] body, @HeaderParam("X-Hub-Signature-256") @Nullable String signature) {
        return switch (gate.admit(signature, body)) {
            case ADMITTED -> stored(body);
            case FORGED -> {
                LOG.warn("A request to the webhook without Meta's signature was refused");
                yield status(Status.FORBIDDEN);
            }
            case CLOSED -> status(Status.NOT_FOUND);
        };
    }

    private Uni<RestResponse<Void>> stored(byte[] body) {
        return delivery.keep(reader.read(body)).map(done -> RestResponse.<Void>ok())
                .onFailure().recoverWithItem(failure -> {
                    LOG.errorf("A delivery from Meta could not be stored: %s", failure);
                    return RestResponse.status(Status.SERVICE_UNAVAILABLE);
                });
    }

    private static Uni<RestResponse<Void>> status(Status status) {
        return Uni.createFrom().item(RestResponse.status(status));
    }
}
