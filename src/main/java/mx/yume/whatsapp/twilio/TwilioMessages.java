package mx.yume.whatsapp.twilio;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;

/** Twilio's Messages resource. A refusal is an answer here, not an exception: its body says why. */
@RegisterRestClient(configKey = "twilio")
@Path("/2010-04-01/Accounts/{account}/Messages.json")
public interface TwilioMessages {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> send(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @FormParam("From") String from, @FormParam("To") String to, @FormParam("Body") String body,
            @FormParam("StatusCallback") String statusCallback);
}
