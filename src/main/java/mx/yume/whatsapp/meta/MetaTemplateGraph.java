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

/** The templates of WhatsApp Business Accounts in Meta's Graph API. */
@RegisterRestClient(configKey = "meta")
@Path("/" + MetaConfig.VERSION)
@Produces(MediaType.APPLICATION_JSON)
public interface MetaTemplateGraph {

    /** All whose name holds this. */
    @GET
    @Path("/{account}/message_templates")
    Uni<Response> find(@PathParam("account") String account, @HeaderParam("Authorization") String bearer,
            @QueryParam("name") String name, @QueryParam("fields") String fields, @QueryParam("limit") int limit);

    @POST
    @Path("/{account}/message_templates")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> create(@PathParam("account") String account, @HeaderParam("Authorization") String bearer, JsonNode template);

    /** Gives one that is there another text: it is looked at anew. */
    @POST
    @Path("/{template}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> edit(@PathParam("template") String id, @HeaderParam("Authorization") String bearer, JsonNode change);
}
