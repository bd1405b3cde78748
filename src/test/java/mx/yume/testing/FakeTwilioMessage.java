package mx.yume.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

/** One message of {@link FakeTwilio}'s log. A class of its own: JAX-RS chooses among classes first. */
@ApplicationScoped
@Path("/2010-04-01/Accounts/{account}/Messages/{sid}.json")
@Produces(MediaType.APPLICATION_JSON)
public class FakeTwilioMessage {

    private final FakeTwilio twilio;

    FakeTwilioMessage(FakeTwilio twilio) {
        this.twilio = twilio;
    }

    @GET
    public RestResponse<String> one(@PathParam("account") String account, @PathParam("sid") String sid,
            @HeaderParam("Authorization") String authorization) {
        return twilio.one(account, sid, authorization);
    }
}
