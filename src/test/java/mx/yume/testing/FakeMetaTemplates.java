package mx.yume.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The templates of WhatsApp Business Accounts, as strict as {@link FakeMeta}. Approves nothing by itself. */
@ApplicationScoped
@Path("/v26.0/{account}/message_templates")
@Produces(MediaType.APPLICATION_JSON)
public class FakeMetaTemplates {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([a-z_]+)}}");

    /** By account and name. */
    private final Map<String, JsonObject> templates = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> edited = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    public List<String> names() {
        return templates.values().stream().map(template -> template.getString("name")).sorted().toList();
    }

    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** The ids of templates that got another text. */
    public List<String> edited() {
        return List.copyOf(edited);
    }

    public void decide(String name, String status, String reason) {
        templates.values().stream().filter(template -> template.getString("name").equals(name))
                .forEach(template -> template.put("status", status).put("rejected_reason", reason));
    }

    /** Somebody changed the text at Meta. */
    public void say(String name, String body) {
        templates.values().stream().filter(template -> template.getString("name").equals(name)).forEach(
                template -> template.getJsonArray("components").getJsonObject(0).put("text", body));
    }

    public void reset() {
        templates.clear();
        refused.clear();
        edited.clear();
    }

    @GET
    public RestResponse<String> find(@PathParam("account") String account, @HeaderParam("Authorization") String bearer,
            @QueryParam("name") String name) {
        var found = templates.entrySet().stream().filter(entry -> entry.getKey().startsWith(account + " "))
                .map(Map.Entry::getValue).filter(template -> template.getString("name").contains(name)).toList();
        return allowed(bearer) ? FakeTwilio.json(200, new JsonObject().put("data", new JsonArray(found)).encode()) : denied();
    }

    @POST
    public RestResponse<String> create(@PathParam("account") String account, @HeaderParam("Authorization") String bearer,
            String body) {
        if (!allowed(bearer)) {
            return denied();
        }
        var template = new JsonObject(body);
        var key = account + " " + template.getString("name");
        var problem = problem(template).or(() -> templates.containsKey(key) ? Optional.of("exists") : Optional.empty());
        if (problem.isPresent()) {
            return refusal(problem.get());
        }
        var id = "70000000000%04d".formatted(count.incrementAndGet());
        templates.put(key, template.put("id", id).put("status", "PENDING"));
        return FakeTwilio.json(200,
                new JsonObject().put("id", id).put("status", "PENDING").put("category", "UTILITY").encode());
    }

    /** See {@link FakeMeta}, which has the path. */
    RestResponse<String> edit(String id, @Nullable String bearer, String body) {
        var template = templates.values().stream().filter(it -> it.getString("id").equals(id)).findFirst();
        if (!allowed(bearer) || template.isEmpty()) {
            return denied();
        }
        var changed = template.get().copy().put("components", new JsonObject(body).getJsonArray("components"));
        var problem = problem(changed);
        if (problem.isPresent()) {
            return refusal(problem.get());
        }
        template.get().put("components", changed.getJsonArray("components")).put("status", "PENDING");
        edited.add(id);
        return FakeTwilio.json(200, "{\"success\":true}");
    }

    private static boolean allowed(@Nullable String bearer) {
        return ("Bearer " + FakeMeta.TOKEN).equals(bearer);
    }

    private static RestResponse<String> denied() {
        return FakeTwilio.json(401, "{\"error\":{\"code\":190,\"message\":\"Invalid OAuth access token\"}}");
    }

    private RestResponse<String> refusal(String why) {
        refused.add(why);
        return FakeTwilio.json(400, "{\"error\":{\"code\":100,\"message\":\"" + why + "\"}}");
    }

    private static Optional<String> problem(JsonObject template) {
        var components = template.getJsonArray("components", new JsonArray());
        if ("AUTHENTICATION".equals(template.getString("category"))) {
            return code(components);
        }
        if (!template.getString("name", "").matches("[a-z0-9_]{1,512}") || !"UTILITY".equals(template.getString("category"))
                || !"es_MX".equals(template.getString("language"))
                || !"NAMED".equals(template.getString("parameter_format")) || components.isEmpty()) {
            return Optional.of("name, category, language, format and components are needed");
        }
        var body = components.getJsonObject(0);
        var text = body.getString("text", "");
        if (!"BODY".equals(body.getString("type")) || text.isBlank() || text.length() > 1024 || text.startsWith("{{")
                || text.endsWith("}}")) {
            return Optional.of("a body that does not begin or end with a variable is needed");
        }
        var variables = new HashSet<String>();
        VARIABLE.matcher(text).results().forEach(found -> variables.add(found.group(1)));
        return examples(body).equals(variables) ? buttons(components) : Optional.of("an example of each variable is needed");
    }

    /** Authentication templates: no words of one's own, and a button that copies the code. */
    private static Optional<String> code(JsonArray components) {
        var types = components.stream().map(JsonObject.class::cast).map(component -> component.getString("type")).toList();
        if (!types.equals(List.of("BODY", "FOOTER", "BUTTONS")) || components.getJsonObject(0).containsKey("text")) {
            return Optional.of("a code takes no words");
        }
        var button = components.getJsonObject(2).getJsonArray("buttons").getJsonObject(0);
        var minutes = components.getJsonObject(1).getInteger("code_expiration_minutes", 0);
        return minutes >= 1 && minutes <= 90 && "OTP".equals(button.getString("type"))
                && "COPY_CODE".equals(button.getString("otp_type")) && button.getString("text", "").length() <= 25
                        ? Optional.empty()
                        : Optional.of("a button that copies the code is needed");
    }

    private static Set<String> examples(JsonObject body) {
        var examples = new HashSet<String>();
        body.getJsonObject("example", new JsonObject()).getJsonArray("body_text_named_params", new JsonArray()).stream()
                .map(JsonObject.class::cast).filter(example -> !example.getString("example", "").isBlank())
                .forEach(example -> examples.add(example.getString("param_name")));
        return examples;
    }

    private static Optional<String> buttons(JsonArray components) {
        var buttons = components.size() < 2 ? new JsonArray() : components.getJsonObject(1).getJsonArray("buttons");
        return buttons.stream().map(JsonObject.class::cast).allMatch(button -> "QUICK_REPLY".equals(button.getString("type"))
                && !button.getString("text", "").isBlank() && button.getString("text").length() <= 25) ? Optional.empty()
                        : Optional.of("buttons");
    }
}
