package mx.yume.whatsapp.meta;

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

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.mutiny.Uni;

/** What Yume asks of Meta's Graph API. A refusal is an answer here, not an exception: its body says why. */
@RegisterRestClient(configKey = "meta")
@Path("/" + MetaConfig.VERSION)
@Produces(MediaType.APPLICATION_JSON)
public interface MetaGraph {

    /** A message to somebody, or that theirs was read. */
    @POST
    @Path("/{number}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> send(@PathParam("number") String phoneNumberId, @HeaderParam("Authorization") String bearer,
            JsonNode message);

    /** What a token may be used for: among it the accounts whose messages it may send. */
    @GET
    @Path("/debug_token")
    Uni<Response> inspect(@HeaderParam("Authorization") String bearer, @QueryParam("input_token") String token);

    /** The numbers of an account. */
    @GET
    @Path("/{account}/phone_numbers")
    Uni<Response> numbers(@PathParam("account") String account, @HeaderParam("Authorization") String bearer,
            @QueryParam("fields") String fields, @QueryParam("limit") int limit);
}
