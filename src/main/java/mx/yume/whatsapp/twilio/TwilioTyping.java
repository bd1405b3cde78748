package mx.yume.whatsapp.twilio;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.smallrye.mutiny.Uni;
import mx.yume.whatsapp.twilio.numbers.MessagingHost;

/** Twilio's typing indicators: their message becomes read, and dots are shown for 25 s or until the answer. */
@RegisterRestClient(configKey = "twilio")
@RegisterProvider(MessagingHost.class)
@Path("/v2/Indicators/Typing.json")
public interface TwilioTyping {

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> show(@HeaderParam("Authorization") String credentials, @FormParam("messageId") String messageSid,
            @FormParam("channel") String channel);
}
