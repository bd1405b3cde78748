package mx.yume.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

import io.vertx.core.json.JsonObject;

/** An OpenID provider, served by the application under test to itself: gives a token for a code once, to whom it was promised. */
@ApplicationScoped
@Path("/openid-falso")
@Produces(MediaType.APPLICATION_JSON)
public class FakeOpenId {

    public static final String ISSUER = "https://cuentas.test";
    public static final String CLIENT = "yume";

    private record Promise(String challenge, Map<String, Object> claims) {}

    private final Map<String, Promise> promised = new ConcurrentHashMap<>();
    private final RsaJsonWebKey key = key();

    public static RsaJsonWebKey key() {
        try {
            var key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("one");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The code of somebody who said yes there. */
    public String code(String challenge, Map<String, Object> claims) {
        var code = UUID.randomUUID().toString();
        promised.put(code, new Promise(challenge, new HashMap<>(claims)));
        return code;
    }

    @GET
    @Path("/.well-known/openid-configuration")
    public String discovery(@Context UriInfo here) {
        var base = here.getBaseUri().resolve("/openid-falso").toString();
        return new JsonObject().put("issuer", ISSUER).put("authorization_endpoint", ISSUER + "/permiso")
                .put("token_endpoint", base + "/token").put("jwks_uri", base + "/llaves").encode();
    }

    @GET
    @Path("/llaves")
    public String keys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    @POST
    @Path("/token")
    public RestResponse<String> token(@HeaderParam("Authorization") String client, @FormParam("code") String code,
            @FormParam("redirect_uri") String back, @FormParam("code_verifier") String verifier,
            @FormParam("grant_type") String grant) throws Exception {
        var promise = promised.remove(code);
        var expected = "Basic " + Base64.getEncoder().encodeToString("yume:shhh+%26+co".getBytes(StandardCharsets.UTF_8));
        var challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest
                .getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        return promise != null && expected.equals(client) && promise.challenge().equals(challenge)
                && "authorization_code".equals(grant) && "https://yume.test/entrar/cuenta/regreso".equals(back)
                        ? RestResponse.ok(new JsonObject().put("id_token", signed(key, promise.claims())).encode())
                        : RestResponse.status(Status.BAD_REQUEST, "{\"error\":\"invalid_grant\"}");
    }

    public static String signed(RsaJsonWebKey key, Map<String, Object> claims) throws JoseException {
        var token = new JsonWebSignature();
        token.setPayload(new JsonObject(claims).encode());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        return token.getCompactSerialization();
    }
}
