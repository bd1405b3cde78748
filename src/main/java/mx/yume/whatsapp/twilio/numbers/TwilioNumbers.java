package mx.yume.whatsapp.twilio.numbers;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/** Twilio's resources of numbers to be had and numbers that are ours. A refusal is an answer, not an exception: its body says why. */
@RegisterRestClient(configKey = "twilio")
@Path("/2010-04-01/Accounts/{account}")
@Produces(MediaType.APPLICATION_JSON)
public interface TwilioNumbers {

    @GET
    @Path("/AvailablePhoneNumbers/{country}/{type}.json")
    Uni<Response> available(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @PathParam("country") String country, @PathParam("type") String type, @QueryParam("SmsEnabled") boolean sms,
            @QueryParam("PageSize") int size);

    @GET
    @Path("/IncomingPhoneNumbers.json")
    Uni<Response> bought(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @QueryParam("FriendlyName") String name);

    @POST
    @Path("/IncomingPhoneNumbers.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> buy(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @FormParam("PhoneNumber") String number, @FormParam("FriendlyName") String name,
            @FormParam("AddressSid") @Nullable String address, @FormParam("BundleSid") @Nullable String bundle);

    @POST
    @Path("/IncomingPhoneNumbers/{sid}.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<Response> configure(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @PathParam("sid") String sid, @FormParam("FriendlyName") String name, @FormParam("SmsUrl") String url,
            @FormParam("SmsMethod") String method);

    @DELETE
    @Path("/IncomingPhoneNumbers/{sid}.json")
    Uni<Response> giveBack(@PathParam("account") String account, @HeaderParam("Authorization") String credentials,
            @PathParam("sid") String sid);
}
