package mx.yume.whatsapp.twilio.numbers;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** Twilio's Senders resource (v2, JSON): numbers that WhatsApp lets in. It is at a host of its own. */
@RegisterRestClient(configKey = "twilio")
@RegisterProvider(MessagingHost.class)
@Path("/v2/Channels/Senders")
@Produces(MediaType.APPLICATION_JSON)
public interface TwilioSenders {

    @GET
    Uni<Response> all(@HeaderParam("Authorization") String credentials, @QueryParam("Channel") String channel,
            @QueryParam("PageSize") int size);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> register(@HeaderParam("Authorization") String credentials, SenderRequest sender);

    @POST
    @Path("/{sid}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> change(@HeaderParam("Authorization") String credentials, @PathParam("sid") String sid, SenderRequest sender);

    @GET
    @Path("/{sid}")
    Uni<Response> one(@HeaderParam("Authorization") String credentials, @PathParam("sid") String sid);

    @DELETE
    @Path("/{sid}")
    Uni<Response> giveUp(@HeaderParam("Authorization") String credentials, @PathParam("sid") String sid);
}
