package mx.yume.testing;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * Meta's Graph API, served by the application under test to itself: refuses what Meta would refuse, with Meta's own errors, keeps
 * what it accepted and answers as it is told.
 */
@ApplicationScoped
@Path("/v26.0")
public class FakeMeta {

    public static final String TOKEN = "EAAtest";
    public static final String ACCOUNT = "102290129340398";
    private static final List<String> NUMBERS = List.of("555000000000001", "555000000000002");

    /** A message that was accepted, as it was written. */
    public record Sent(String number, JsonObject message) {

        public String type() {
            return message.getString("type");
        }
    }

    /** That a message of theirs was read. */
    public record Read(String number, String message, boolean typing) {}

    private record Answer(int status, String body) {}

    private static final Answer NONE = new Answer(0, "");

    private final FakeMetaTemplates templates;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Read> read = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger inspections = new AtomicInteger();

    FakeMeta(FakeMetaTemplates templates) {
        this.templates = templates;
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public List<Read> read() {
        return List.copyOf(read);
    }

    /** Why requests were refused that were not told to be: empty as long as they have Meta's form. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** How often somebody wanted to know what the token may be used for. */
    public int inspections() {
        return inspections.get();
    }

    /** The next message gets this instead of being accepted. */
    public void answerNext(int status, String body) {
        answers.add(new Answer(status, body));
    }

    /** The next message gets Meta's error of this code. */
    public void refuseNext(int status, int code) {
        answerNext(status, error(code, "told to"));
    }

    /** The next message is accepted, and nobody hears of it. */
    public void loseNextAnswer() {
        answers.add(NONE);
    }

    /** To this person free text is not taken any more, as Meta writes their address. */
    public void closeWindow(String to) {
        closed.add(to);
    }

    /** They wrote again. */
    public void openWindow(String to) {
        closed.remove(to);
    }

    public void reset() {
        closed.clear();
        sent.clear();
        read.clear();
        templates.reset();
        refused.clear();
        answers.clear();
    }

    @POST
    @Path("/{number}/messages")
    public Uni<RestResponse<String>> message(@PathParam("number") String number,
            @HeaderParam("Authorization") @Nullable String authorization, String body) {
        if (!("Bearer " + TOKEN).equals(authorization)) {
            return item(json(401, error(190, "Invalid OAuth access token")));
        }
        if (!NUMBERS.contains(number)) {
            return refuse(100, "Unsupported post request: no such number " + number);
        }
        return parsed(body).map(message -> accept(number, message)).orElseGet(() -> refuse(100, "not JSON"));
    }

    private Uni<RestResponse<String>> accept(String number, JsonObject message) {
        var complaint = MetaRules.complaint(message);
        if (complaint.isPresent()) {
            return refuse(complaint.orElseThrow().code(), complaint.orElseThrow().words());
        }
        if (message.containsKey("status")) {
            read.add(new Read(number, message.getString("message_id"), message.containsKey("typing_indicator")));
            return item(json(200, "{\"success\":true}"));
        }
        var answer = answers.poll();
        if (answer != null && !NONE.equals(answer)) {
            return item(json(answer.status(), answer.body()));
        }
        var to = message.getString("to", message.getString("recipient"));
        if (closed.contains(to) && !"template".equals(message.getString("type"))) {
            return refuse(131_047, "more than 24 hours have passed since the recipient last replied");
        }
        sent.add(new Sent(number, message));
        var id = "wamid.FAKE%08d".formatted(count.incrementAndGet());
        return NONE.equals(answer) ? Uni.createFrom().nothing() : item(json(200, accepted(message, id)));
    }

    private static String accepted(JsonObject message, String id) {
        var to = message.getString("to", message.getString("recipient"));
        return new JsonObject().put("messaging_product", "whatsapp")
                .put("contacts", new JsonArray().add(new JsonObject().put("input", to).put("wa_id", to)))
                .put("messages", new JsonArray().add(new JsonObject().put("id", id))).encode();
    }

    /** What the token may be used for: two accounts, of which the second has the numbers. */
    @GET
    @Path("/debug_token")
    public Uni<RestResponse<String>> inspect(@HeaderParam("Authorization") @Nullable String authorization,
            @QueryParam("input_token") @Nullable String token) {
        inspections.incrementAndGet();
        if (!("Bearer " + TOKEN).equals(authorization) || !TOKEN.equals(token)) {
            return item(json(401, error(190, "Invalid OAuth access token")));
        }
        var scopes = new JsonArray().add(new JsonObject().put("scope", "public_profile"))
                .add(new JsonObject().put("scope", "whatsapp_business_management")
                        .put("target_ids", new JsonArray().add("102290129340000").add(ACCOUNT)));
        return item(json(200, new JsonObject()
                .put("data", new JsonObject().put("is_valid", true).put("granular_scopes", scopes)).encode()));
    }

    @GET
    @Path("/{account}/phone_numbers")
    public Uni<RestResponse<String>> numbers(@PathParam("account") String account,
            @HeaderParam("Authorization") @Nullable String authorization) {
        if (!("Bearer " + TOKEN).equals(authorization)) {
            return item(json(401, error(190, "Invalid OAuth access token")));
        }
        var data = new JsonArray();
        if (ACCOUNT.equals(account)) {
            NUMBERS.forEach(number -> data.add(new JsonObject().put("id", number)));
        }
        return item(json(200, new JsonObject().put("data", data).encode()));
    }

    /** A template by its id gets another text: see {@link FakeMetaTemplates}. */
    @POST
    @Path("/{template}")
    public Uni<RestResponse<String>> edit(@PathParam("template") String template,
            @HeaderParam("Authorization") @Nullable String authorization, String body) {
        return item(templates.edit(template, authorization, body));
    }

    private Uni<RestResponse<String>> refuse(int code, String why) {
        refused.add(code + " " + why);
        return item(json(400, error(code, why)));
    }

    /** As the Graph API writes it. */
    public static String error(int code, String message) {
        return new JsonObject().put("error", new JsonObject().put("message", message).put("type", "OAuthException")
                .put("code", code).put("fbtrace_id", "A1")).encode();
    }

    private static Optional<JsonObject> parsed(String body) {
        try {
            return Optional.of(new JsonObject(body));
        } catch (DecodeException notJson) {
            return Optional.empty();
        }
    }

    private static Uni<RestResponse<String>> item(RestResponse<String> answer) {
        return Uni.createFrom().item(answer);
    }

    private static RestResponse<String> json(int status, String body) {
        return ResponseBuilder.<String>create(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
