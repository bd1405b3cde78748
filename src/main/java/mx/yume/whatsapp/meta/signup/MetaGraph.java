package mx.yume.whatsapp.meta.signup;

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

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

/** The Graph API as far as connecting a number needs it. A refusal is an answer, not an exception: its body says why. */
@RegisterRestClient(configKey = "meta")
@Path("/{version}")
@Produces(MediaType.APPLICATION_JSON)
public interface MetaGraph {

    /** @param messagingProduct always whatsapp */
    @RegisterForReflection
    record Registration(@JsonProperty("messaging_product") String messagingProduct, String pin) {

        /** So that the PIN gets into no log by accident. */
        @Override
        public String toString() {
            return "Registration";
        }
    }

    @GET
    @Path("/oauth/access_token")
    Uni<Response> exchange(@PathParam("version") String version, @QueryParam("client_id") String app,
            @QueryParam("client_secret") String secret, @QueryParam("code") String code);

    @GET
    @Path("/debug_token")
    Uni<Response> inspect(@PathParam("version") String version, @HeaderParam("Authorization") String credentials,
            @QueryParam("input_token") String token);

    @POST
    @Path("/{account}/subscribed_apps")
    Uni<Response> subscribe(@PathParam("version") String version, @HeaderParam("Authorization") String credentials,
            @PathParam("account") String account);

    @POST
    @Path("/{number}/register")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> register(@PathParam("version") String version, @HeaderParam("Authorization") String credentials,
            @PathParam("number") String number, Registration registration);

    @GET
    @Path("/{number}")
    Uni<Response> number(@PathParam("version") String version, @HeaderParam("Authorization") String credentials,
            @PathParam("number") String number, @QueryParam("fields") String fields);
}
