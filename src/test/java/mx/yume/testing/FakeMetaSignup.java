package mx.yume.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.smallrye.mutiny.Uni;

/**
 * What of Meta's Graph API follows Embedded Signup, served by the application under test to itself. It knows one number in one
 * account; codes are good once; it is strict about tokens, paths and bodies, and answers as it is told where it is told.
 */
@ApplicationScoped
@Path("/v24.0")
public class FakeMetaSignup {

    public static final String ACCOUNT = "300000000000003";
    public static final String NUMBER = "400000000000004";
    public static final String PHONE = "+52 1 55 4444 0001";
    public static final String TOKEN = "EAAB-token-del-negocio";
    public static final String CODE = "AQD-codigo-de-meta";
    private static final String APP = "100000000000001";
    private static final String SECRET = "67890";

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> pins = new CopyOnWriteArrayList<>();
    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<RestResponse<String>>> answers = new HashMap<>();
    private final AtomicReference<String> expiresIn = new AtomicReference<>("5184000");
    private final AtomicReference<String> expiresAt = new AtomicReference<>("0");

    public synchronized void reset() {
        asked.clear();
        pins.clear();
        codes.clear();
        codes.addAll(List.of(CODE, CODE + "-2"));
        answers.clear();
        expiresIn.set("5184000");
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** With which the number was registered. */
    public List<String> pins() {
        return List.copyOf(pins);
    }

    /** The exchange does not say when the token ends; asked for the token itself, Meta does: seconds since 1970, 0 for never. */
    public void tellsExpiryOnlyWhenAsked(long at) {
        expiresIn.set("");
        expiresAt.set(String.valueOf(at));
    }

    /** The next request of this kind ({@code oauth}, {@code debug}, {@code subscribe}, {@code register}, {@code number}) gets this. */
    public synchronized void answer(String kind, int status, int code) {
        answers.computeIfAbsent(kind, first -> new ArrayDeque<>()).add(error(status, code));
    }

    @GET
    @Path("/oauth/access_token")
    public Uni<RestResponse<String>> exchange(@QueryParam("client_id") String app, @QueryParam("client_secret") String secret,
            @QueryParam("code") String code) {
        return answer("oauth", () -> {
            if (!APP.equals(app) || !SECRET.equals(secret)) {
                return error(400, 101);
            }
            if (!codes.remove(code)) {
                return error(400, 100);
            }
            var expires = expiresIn.get().isEmpty() ? "" : ",\"expires_in\":" + expiresIn.get();
            return ok("{\"access_token\":\"%s\",\"token_type\":\"bearer\"%s}".formatted(TOKEN, expires));
        });
    }

    @GET
    @Path("/debug_token")
    public Uni<RestResponse<String>> debug(@HeaderParam("Authorization") String authorization,
            @QueryParam("input_token") String token) {
        return answer("debug", () -> ("Bearer " + APP + "|" + SECRET).equals(authorization) && TOKEN.equals(token)
                ? ok("{\"data\":{\"is_valid\":true,\"expires_at\":%s}}".formatted(expiresAt.get()))
                : error(400, 190));
    }

    @POST
    @Path("/{account}/subscribed_apps")
    public Uni<RestResponse<String>> subscribe(@HeaderParam("Authorization") String authorization,
            @PathParam("account") String account) {
        return answer("subscribe", () -> !known(authorization) ? error(401, 190)
                : account.equals(ACCOUNT) ? ok("{\"success\":true}") : error(400, 100));
    }

    @POST
    @Path("/{number}/register")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<String>> register(@HeaderParam("Authorization") String authorization,
            @PathParam("number") String number, String body) {
        return answer("register", () -> {
            var request = read(body);
            var pin = request.path("pin").asText();
            if (!known(authorization)) {
                return error(401, 190);
            }
            if (!number.equals(NUMBER) || !request.path("messaging_product").asText().equals("whatsapp")
                    || !pin.matches("\\d{6}")) {
                return error(400, 100);
            }
            if (!pins.isEmpty() && !pins.getLast().equals(pin)) {
                return error(400, 133005);
            }
            pins.add(pin);
            return ok("{\"success\":true}");
        });
    }

    @GET
    @Path("/{number}")
    public Uni<RestResponse<String>> number(@HeaderParam("Authorization") String authorization,
            @PathParam("number") String number, @QueryParam("fields") String fields) {
        return answer("number", () -> !known(authorization) ? error(401, 190)
                : number.equals(NUMBER) && "display_phone_number".equals(fields)
                        ? ok("{\"id\":\"%s\",\"display_phone_number\":\"%s\"}".formatted(NUMBER, PHONE))
                        : error(400, 100));
    }

    private synchronized Uni<RestResponse<String>> answer(String kind, Supplier<RestResponse<String>> work) {
        asked.add(kind);
        var told = answers.getOrDefault(kind, new ArrayDeque<>()).poll();
        return Uni.createFrom().item(told == null ? work.get() : told);
    }

    private static boolean known(String authorization) {
        return ("Bearer " + TOKEN).equals(authorization);
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.createObjectNode();
        }
    }

    private static RestResponse<String> error(int status, int code) {
        return answer(status,
                "{\"error\":{\"message\":\"told to\",\"type\":\"OAuthException\",\"code\":%d,\"fbtrace_id\":\"A\"}}"
                        .formatted(code));
    }

    private static RestResponse<String> ok(String body) {
        return answer(200, body);
    }

    private static RestResponse<String> answer(int status, String body) {
        return ResponseBuilder.<String>create(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
