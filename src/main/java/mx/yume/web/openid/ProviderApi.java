package mx.yume.web.openid;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;

/** What is asked of the provider. Answers are JSON, read as text: a provider may add what it likes. */
@RegisterRestClient(configKey = "oidc")
@Produces(MediaType.APPLICATION_JSON)
public interface ProviderApi {

    /** OpenID Connect Discovery 1.0, below the issuer. */
    @GET
    @Path("/.well-known/openid-configuration")
    Uni<String> discovery();

    @GET
    Uni<String> keys(@Url String address);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Uni<String> token(@Url String address, @HeaderParam("Authorization") String client, @FormParam("grant_type") String grant,
            @FormParam("code") String code, @FormParam("redirect_uri") String back,
            @FormParam("code_verifier") String verifier);
}
