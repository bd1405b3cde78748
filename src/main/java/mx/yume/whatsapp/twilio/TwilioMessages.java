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
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/** Twilio's Messages resource. A refusal is an answer here, not an exception: its body says why. */
@RegisterRestClient(configKey = "twilio")
@Path("/2010-04-01/Accounts/{account}/Messages.json")
public interface TwilioMessages {

    /**
     * Either a body, with a picture above it perhaps, or a content with its variables.
     *
     * @param mediaUrl from which Twilio fetches it
     * @param variables JSON, of one line each
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> send(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @FormParam("From") String from, @FormParam("To") String to, @FormParam("Body") @Nullable String body,
            @FormParam("MediaUrl") @Nullable String mediaUrl, @FormParam("ContentSid") @Nullable String contentSid,
            @FormParam("ContentVariables") @Nullable String variables,
            @FormParam("StatusCallback") String statusCallback);
}
