package mx.yume.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

/** The typing indicators of {@link FakeTwilio}. */
@ApplicationScoped
@Path("/v2/Indicators/Typing.json")
@Produces(MediaType.APPLICATION_JSON)
public class FakeTwilioTyping {

    private final FakeTwilio twilio;

    FakeTwilioTyping(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @POST
    public RestResponse<String> show(@HeaderParam("Authorization") String authorization,
            @FormParam("messageId") String message, @FormParam("channel") String channel) {
        return twilio.typing(authorization, message, channel);
    }
}
