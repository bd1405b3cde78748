package mx.yume.whatsapp.twilio;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** The messages of an account, in and out, as Twilio keeps them. */
@RegisterRestClient(configKey = "twilio")
@Path("/2010-04-01/Accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
public interface TwilioLog {

    /**
     * Newest first.
     *
     * @param from of when they were sent, included: 2026-11-30T12:00:00Z
     * @param page from 0
     */
    @GET
    @Path("/Messages.json")
    Uni<Response> list(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @QueryParam("DateSent>") String from, @QueryParam("DateSent<") String to, @QueryParam("PageSize") int size,
            @QueryParam("Page") int page);

    @GET
    @Path("/Messages/{sid}.json")
    Uni<Response> one(@PathParam("account") String account, @PathParam("sid") String sid,
            @HeaderParam("Authorization") String credentials);
}
