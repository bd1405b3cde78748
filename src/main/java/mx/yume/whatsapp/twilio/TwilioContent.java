package mx.yume.whatsapp.twilio;

import jakarta.ws.rs.Consumes;
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

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** Twilio's Content API. A refusal is an answer here, not an exception: its body says why. */
@RegisterRestClient(configKey = "twilio")
@RegisterProvider(ContentHost.class)
@Path("/v1/Content")
@Produces(MediaType.APPLICATION_JSON)
public interface TwilioContent {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> create(@HeaderParam("Authorization") String credentials, JsonNode content);

    /** @param page from 0 */
    @GET
    Uni<Response> list(@HeaderParam("Authorization") String credentials, @QueryParam("PageSize") int size,
            @QueryParam("Page") int page);

    /** What WhatsApp thinks of it. */
    @GET
    @Path("/{sid}/ApprovalRequests")
    Uni<Response> approval(@HeaderParam("Authorization") String credentials, @PathParam("sid") String sid);

    @POST
    @Path("/{sid}/ApprovalRequests/whatsapp")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> submit(@HeaderParam("Authorization") String credentials, @PathParam("sid") String sid, JsonNode request);
}
