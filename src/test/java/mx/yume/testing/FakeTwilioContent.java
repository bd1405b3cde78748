package mx.yume.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
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

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.OutboundContent.Option;

/** Twilio's Content API, as strict as {@link FakeTwilio}. Approves nothing by itself. */
@ApplicationScoped
@Path("/v1/Content")
@Produces(MediaType.APPLICATION_JSON)
public class FakeTwilioContent {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w{1,16})}}");
    private static final Pattern SHAPE = Pattern.compile("yume_(quick|list)_.*");
    /** Its words are WhatsApp's own. */
    private static final String CODE = "whatsapp/authentication";
    private static final Set<String> TYPES = Set.of("twilio/quick-reply", "twilio/list-picker", "twilio/text", CODE);

    /** What WhatsApp thinks of a content that was submitted. */
    private record Verdict(String name, String status, String reason) {}

    private final Map<String, JsonObject> contents = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean away;

    /** Why creations and submissions were refused. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** The names of what was made. */
    public List<String> names() {
        return contents.values().stream().map(content -> content.getString("friendly_name")).sorted().toList();
    }

    /** The names of the templates that were submitted, one for each time. */
    public List<String> submitted() {
        return verdicts.values().stream().map(Verdict::name).sorted().toList();
    }

    /** WhatsApp decides. */
    public void decide(String name, String status, String reason) {
        verdicts.replaceAll((sid, verdict) -> verdict.name().equals(name) ? new Verdict(name, status, reason) : verdict);
    }

    /** Nothing can be made or submitted. */
    public void goAway() {
        away = true;
    }

    /** Somebody deletes everything in Twilio's console. */
    public void deleteAll() {
        contents.clear();
        verdicts.clear();
    }

    /** Contents of shapes stay, as they do at Twilio: the application under test remembers them from one test to the next. */
    void reset() {
        refused.clear();
        away = false;
        contents.values().removeIf(content -> !SHAPE.matcher(content.getString("friendly_name")).matches());
        verdicts.clear();
    }

    /** An account knows its own alone. */
    boolean has(String authorization, String sid) {
        return contents.containsKey(sid) && Objects.equals(owners.get(sid), authorization);
    }

    boolean approved(String sid) {
        return verdicts.containsKey(sid) && verdicts.get(sid).status().equals("approved");
    }

    /** The name under which it was submitted; empty for what is no template. */
    public Optional<String> template(String sid) {
        return Optional.ofNullable(verdicts.get(sid)).map(Verdict::name);
    }

    Set<String> places(String sid) {
        return carriesACode(known(sid)) ? Set.of("1") : placesIn(type(known(sid)).encode());
    }

    String body(String sid, Map<String, String> values) {
        return carriesACode(known(sid)) ? filled("{{1}} es tu código de verificación.", values)
                : filled(type(known(sid)).getString("body"), values);
    }

    List<Option> options(String sid, Map<String, String> values) {
        if (carriesACode(known(sid))) {
            return List.of();
        }
        var type = type(known(sid));
        var actions = objects(type, "actions").stream()
                .map(action -> new Option(filled(action.getString("id"), values), filled(action.getString("title"), values)));
        var items = objects(type, "items").stream().map(item -> new Option(filled(item.getString("id"), values),
                filled(item.getString("item"), values), filled(item.getString("description", ""), values)));
        return java.util.stream.Stream.concat(actions, items).toList();
    }

    /** What WhatsApp says once everything is filled in. */
    Optional<String> problem(String sid, Map<String, String> values) {
        var type = type(known(sid));
        var options = options(sid, values);
        var quick = type.containsKey("actions");
        var titles = new HashSet<String>();
        var ids = new HashSet<String>();
        var fits = body(sid, values).length() <= 1024
                && filled(type.getString("button", "x"), values).length() <= 20
                && options.stream().allMatch(option -> option.title().length() <= (quick ? 20 : 24) && ids.add(option.id())
                        && (titles.add(option.title()) || !quick));
        return fits ? Optional.empty() : Optional.of("63021");
    }

    @POST
    public RestResponse<String> create(@HeaderParam("Authorization") String authorization, String body) {
        if (away) {
            return FakeTwilio.json(503, "");
        }
        var content = new JsonObject(body);
        var problem = FakeTwilio.opens(authorization) ? problem(content) : Optional.of("credentials");
        if (problem.isPresent()) {
            refused.add(problem.get());
            return FakeTwilio.json(400, "{\"code\":20001,\"message\":\"%s\",\"status\":400}".formatted(problem.get()));
        }
        var sid = "HX%032x".formatted(count.incrementAndGet());
        owners.put(sid, authorization);
        contents.put(sid, content.put("sid", sid));
        return FakeTwilio.json(201, content.encode());
    }

    @GET
    public RestResponse<String> list(@HeaderParam("Authorization") String authorization, @QueryParam("PageSize") int size,
            @QueryParam("Page") int page) {
        if (!FakeTwilio.opens(authorization) || size < 1 || size > 1000) {
            return FakeTwilio.json(400, "{\"code\":20001,\"message\":\"bad request\",\"status\":400}");
        }
        var all = new ArrayList<>(contents.values());
        all.removeIf(content -> !has(authorization, content.getString("sid")));
        var some = all.subList(Math.min(all.size(), page * size), Math.min(all.size(), (page + 1) * size));
        var next = all.size() > (page + 1) * size ? "https://content.twilio.com/v1/Content?Page=" + (page + 1) : null;
        return FakeTwilio.json(200, new JsonObject().put("contents", new JsonArray(List.copyOf(some)))
                .put("meta", new JsonObject().put("page", page).put("next_page_url", next)).encode());
    }

    @GET
    @Path("/{sid}/ApprovalRequests")
    public RestResponse<String> approval(@HeaderParam("Authorization") String authorization, @PathParam("sid") String sid) {
        if (!has(authorization, sid)) {
            return FakeTwilio.json(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}");
        }
        var verdict = verdicts.getOrDefault(sid, new Verdict("", "unsubmitted", ""));
        return FakeTwilio.json(200, new JsonObject().put("sid", sid).put("whatsapp", json(verdict)).encode());
    }

    @POST
    @Path("/{sid}/ApprovalRequests/whatsapp")
    public RestResponse<String> submit(@HeaderParam("Authorization") String authorization, @PathParam("sid") String sid,
            String body) {
        if (away) {
            return FakeTwilio.json(503, "");
        }
        var request = new JsonObject(body);
        var problem = !has(authorization, sid) ? Optional.of("not found")
                : problem(known(sid), request).or(
                        () -> verdicts.containsKey(sid) ? Optional.of("submitted before") : Optional.empty());
        if (problem.isPresent()) {
            refused.add(problem.get());
            return FakeTwilio.json(400, "{\"code\":20001,\"message\":\"%s\",\"status\":400}".formatted(problem.get()));
        }
        verdicts.put(sid, new Verdict(request.getString("name"), "received", ""));
        return FakeTwilio.json(201, json(verdicts.get(sid)).encode());
    }

    private static JsonObject json(Verdict verdict) {
        return new JsonObject().put("name", verdict.name()).put("category", "UTILITY").put("status", verdict.status())
                .put("rejection_reason", verdict.reason());
    }

    private static Optional<String> problem(JsonObject content) {
        var types = content.getJsonObject("types", new JsonObject());
        if (content.getString("friendly_name", "").isBlank() || !"es_MX".equals(content.getString("language"))
                || types.size() != 1 || !TYPES.containsAll(types.fieldNames())) {
            return Optional.of("name, language and one type are needed");
        }
        var type = type(content);
        if (carriesACode(content)) {
            return code(type);
        }
        var places = placesIn(type.encode());
        if (!content.getJsonObject("variables", new JsonObject()).fieldNames().equals(places) || places.size() > 100) {
            return Optional.of("a sample for every variable is needed");
        }
        if (type.getString("body", "").isBlank() || type.getString("body").length() > 1024) {
            return Optional.of("body has 1 to 1,024 characters");
        }
        var actions = objects(type, "actions");
        var items = objects(type, "items");
        var complete = actions.stream().allMatch(action -> "QUICK_REPLY".equals(action.getString("type"))
                && !action.getString("title", "").isBlank() && !action.getString("id", "").isBlank())
                && items.stream().allMatch(item -> !item.getString("item", "").isBlank() && !item.getString("id", "").isBlank()
                        && !item.getString("description", "x").isBlank());
        var counted = switch (types.fieldNames().iterator().next()) {
            case "twilio/quick-reply" -> !actions.isEmpty() && actions.size() <= 3;
            case "twilio/list-picker" -> !items.isEmpty() && items.size() <= 10 && !type.getString("button", "").isBlank();
            default -> actions.isEmpty() && items.isEmpty();
        };
        return complete && counted ? Optional.empty() : Optional.of("what can be tapped is not complete");
    }

    /** Meta's rules for what is sent outside the window. */
    private static Optional<String> problem(JsonObject content, JsonObject request) {
        var type = type(content);
        var body = type.getString("body");
        var category = carriesACode(content) ? "AUTHENTICATION" : "UTILITY";
        if (!request.getString("name", "").matches("[a-z0-9_]{1,512}") || !category.equals(request.getString("category"))) {
            return Optional.of("name and category are needed");
        }
        if (carriesACode(content)) {
            return Optional.empty();
        }
        if (type.containsKey("items")) {
            return Optional.of("a list cannot be approved");
        }
        if (body.startsWith("{{") || body.endsWith("}}") || body.contains("}}{{") || body.contains("}} {{")) {
            return Optional.of("a variable at an end, or beside another");
        }
        return objects(type, "actions").stream().anyMatch(action -> PLACE.matcher(action.getString("title")).find()
                || action.getString("title").length() > 25) ? Optional.of("a title with variables") : Optional.empty();
    }

    private static boolean carriesACode(JsonObject content) {
        return content.getJsonObject("types").containsKey(CODE);
    }

    private static Optional<String> code(JsonObject type) {
        var actions = objects(type, "actions");
        var minutes = type.getInteger("code_expiration_minutes", 0);
        return !type.containsKey("body") && minutes >= 1 && minutes <= 90 && actions.size() == 1
                && "COPY_CODE".equals(actions.getFirst().getString("type"))
                && !actions.getFirst().getString("copy_code_text", "").isBlank()
                && actions.getFirst().getString("copy_code_text").length() < 25 ? Optional.empty()
                        : Optional.of("a code has no body, and one button of less than 25 characters that copies it");
    }

    private JsonObject known(String sid) {
        return Objects.requireNonNull(contents.get(sid), sid);
    }

    private static JsonObject type(JsonObject content) {
        var types = content.getJsonObject("types");
        return types.getJsonObject(types.fieldNames().iterator().next());
    }

    private static List<JsonObject> objects(JsonObject type, String name) {
        return type.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast).toList();
    }

    private static Set<String> placesIn(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(found -> places.add(found.group(1)));
        return places;
    }

    private static String filled(String text, Map<String, String> values) {
        Function<java.util.regex.MatchResult, String> value = found -> Matcher
                .quoteReplacement(values.getOrDefault(found.group(1), ""));
        return PLACE.matcher(text).replaceAll(value);
    }
}
