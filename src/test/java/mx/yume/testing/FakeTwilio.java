package mx.yume.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.OutboundContent.Option;

/**
 * Twilio's messages, served by the application under test to itself. Strict: what Twilio would refuse is refused with Twilio's code,
 * and kept in {@link #refused}. Keeps what was sent and answers as it is told.
 */
@ApplicationScoped
@Path("/2010-04-01/Accounts/{account}/Messages.json")
@Produces(MediaType.APPLICATION_JSON)
public class FakeTwilio {

    static final String ACCOUNT = "AC00000000000000000000000000000001";
    static final String CREDENTIALS = credentials(ACCOUNT, "12345");
    /** Of a business's own. */
    public static final String SUB_ACCOUNT = "AC000000000000000000000000000000bb";
    public static final String SUB_ACCOUNT_TOKEN = "secreto-de-la-subcuenta";
    private static final Map<String, String> ACCOUNTS = Map.of(CREDENTIALS, ACCOUNT,
            credentials(SUB_ACCOUNT, SUB_ACCOUNT_TOKEN), SUB_ACCOUNT);
    private static final String ADDRESS = "whatsapp:(\\+[1-9]\\d{7,14}|[A-Z]{2}\\.[A-Za-z0-9]{1,125})";
    private static final Pattern CALLBACK = Pattern
            .compile("https://yume\\.test/api/v1/webhooks/whatsapp/twilio/status\\?id=[0-9a-f-]{36}");
    private static final Pattern BROKEN_VALUE = Pattern.compile("[\\r\\n\\t]| {5,}");

    /**
     * @param body as the person reads it
     * @param contentSid of what was not free text
     * @param options what can be tapped
     */
    public record Sent(String sid, String account, String authorization, String from, String to, String body,
            Optional<String> contentSid, List<Option> options, Optional<String> mediaUrl, String statusCallback) {}

    /** Something in the log of messages, as Twilio writes it. */
    private record Logged(String sid, String from, String to, JsonObject json) {}

    private record Answer(int status, String body, boolean accepts) {}

    private static final Answer NONE = new Answer(0, "", false);
    private static final Answer LOST = new Answer(0, "", true);

    private final FakeTwilioContent contents;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Logged> log = new ConcurrentHashMap<>();
    private final Set<String> closed = ConcurrentHashMap.newKeySet();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Runnable meanwhile = () -> {};

    FakeTwilio(FakeTwilioContent contents) {
        this.contents = contents;
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Codes of what was refused because it is not as Twilio takes it. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** Messages to which somebody was shown typing. */
    public List<String> typing() {
        return List.copyOf(shown);
    }

    /** The queries that the log of messages was asked. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Done whenever the log of messages is asked for. */
    public void whenAsked(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    /** The next request gets this instead of being accepted. */
    public void answerNext(int status, String body) {
        answers.add(new Answer(status, body, false));
    }

    /** The next request gets no answer at all. */
    public void ignoreNext() {
        answers.add(NONE);
    }

    /** The next request is accepted, and the answer gets lost. */
    public void acceptAndLoseNext() {
        answers.add(LOST);
    }

    /** To this person free text is not taken any more, as Twilio writes their address. */
    public void closeWindow(String to) {
        closed.add(to);
    }

    /** They wrote again. */
    public void openWindow(String to) {
        closed.remove(to);
    }

    /** The log of messages has this one, whoever was told of it. */
    public void logged(JsonObject message) {
        log.put(message.getString("sid"),
                new Logged(message.getString("sid"), message.getString("from"), message.getString("to"), message));
    }

    public void reset() {
        sent.clear();
        refused.clear();
        shown.clear();
        asked.clear();
        log.clear();
        closed.clear();
        answers.clear();
        meanwhile = () -> {};
        contents.reset();
    }

    @POST
    public Uni<RestResponse<String>> send(@PathParam("account") String account,
            @HeaderParam("Authorization") String authorization, @FormParam("From") String from, @FormParam("To") String to,
            @FormParam("Body") String body, @FormParam("MediaUrl") String mediaUrl,
            @FormParam("ContentSid") String contentSid,
            @FormParam("ContentVariables") String variables, @FormParam("StatusCallback") String statusCallback) {
        var answer = answers.poll();
        if (NONE.equals(answer) || (answer != null && !answer.accepts())) {
            sent.add(new Sent("", account, authorization, from, to, body == null ? "" : body, Optional.ofNullable(contentSid),
                    List.of(), Optional.ofNullable(mediaUrl), statusCallback));
            return NONE.equals(answer) ? Uni.createFrom().nothing()
                    : Uni.createFrom().item(json(answer.status(), answer.body()));
        }
        var problem = problem(account, authorization, from, to, body, mediaUrl, contentSid, variables, statusCallback);
        if (problem.isPresent()) {
            refused.add(problem.get());
            return Uni.createFrom().item(refusal(problem.get()));
        }
        var sid = "SM%032x".formatted(count.incrementAndGet());
        var options = contentSid == null ? List.<Option>of() : contents.options(contentSid, values(variables));
        var read = contentSid == null ? body : contents.body(contentSid, values(variables));
        sent.add(new Sent(sid, account, authorization, from, to, read, Optional.ofNullable(contentSid), options,
                Optional.ofNullable(mediaUrl), statusCallback));
        return LOST.equals(answer) ? Uni.createFrom().nothing()
                : Uni.createFrom().item(json(201, new JsonObject().put("sid", sid).put("status", "queued")
                        .putNull("error_code").encode()));
    }

    /** Newest first, as Twilio does. */
    @GET
    public RestResponse<String> list(@PathParam("account") String account, @HeaderParam("Authorization") String authorization,
            @QueryParam("DateSent>") String after, @QueryParam("DateSent<") String before, @QueryParam("PageSize") int size,
            @QueryParam("Page") int page) {
        meanwhile.run();
        asked.add((ACCOUNT.equals(account) ? "" : account + " ") + after + " " + before + " " + page);
        if (!opens(authorization, account)) {
            return refusal("20003");
        }
        if (size < 1 || size > 1000 || !after.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ")) {
            return refusal("20001");
        }
        var all = new TreeMap<String, JsonObject>();
        log.values().stream().filter(logged -> account.equals(logged.json().getString("account_sid", ACCOUNT)))
                .forEach(logged -> all.put(logged.sid(), logged.json()));
        var newest = new ArrayList<>(all.descendingMap().values());
        var messages = new JsonArray(
                newest.subList(Math.min(newest.size(), page * size), Math.min(newest.size(), (page + 1) * size)));
        var next = newest.size() > (page + 1) * size ? "/2010-04-01/Accounts/" + account + "/Messages.json?Page=" + (page + 1)
                : null;
        return json(200, new JsonObject().put("messages", messages).put("next_page_uri", next).put("page", page).encode());
    }

    /** One message of the log: see {@link FakeTwilioMessage}. */
    RestResponse<String> one(String account, String sid, String authorization) {
        asked.add(sid);
        if (!opens(authorization, account)) {
            return refusal("20003");
        }
        var logged = log.get(sid);
        return logged == null ? json(404, "{\"code\":20404,\"message\":\"not found\",\"status\":404}")
                : json(200, logged.json().encode());
    }

    /** See {@link FakeTwilioTyping}. */
    RestResponse<String> typing(String authorization, String message, String channel) {
        if (!opens(authorization) || !"whatsapp".equals(channel) || !message.startsWith("SM")) {
            refused.add("typing " + message);
            return json(400, "{\"code\":20001,\"message\":\"bad request\",\"status\":400}");
        }
        shown.add(message);
        return json(200, "{\"success\":true}");
    }

    private Optional<String> problem(String account, String authorization, String from, String to, String body,
            String mediaUrl, String contentSid, String variables, String statusCallback) {
        if (!opens(authorization, account)) {
            return Optional.of("20003");
        }
        if (from == null || !from.matches(ADDRESS) || to == null || !to.matches(ADDRESS)) {
            return Optional.of("21211");
        }
        if (statusCallback == null || !CALLBACK.matcher(statusCallback).matches()) {
            return Optional.of("21609");
        }
        if ((body == null || body.isBlank()) == (contentSid == null)) {
            return Optional.of("21619");
        }
        if (mediaUrl != null && (contentSid != null || !mediaUrl.startsWith("https://yume.test/"))) {
            return Optional.of("21620");
        }
        if (contentSid == null) {
            return body.length() > 1600 ? Optional.of("21617") : closed.contains(to) ? Optional.of("63016") : Optional.empty();
        }
        return problem(authorization, to, contentSid, variables);
    }

    private Optional<String> problem(String authorization, String to, String contentSid, String variables) {
        if (!contents.has(authorization, contentSid)) {
            return Optional.of("21655");
        }
        var values = values(variables);
        if (!values.keySet().equals(contents.places(contentSid)) || values.values().stream().anyMatch(FakeTwilio::unusable)) {
            return Optional.of("21656");
        }
        if (closed.contains(to) && !contents.approved(contentSid)) {
            return Optional.of("63016");
        }
        return contents.problem(contentSid, values);
    }

    static boolean opens(String authorization) {
        return authorization != null && ACCOUNTS.containsKey(authorization);
    }

    private static boolean opens(String authorization, String account) {
        return opens(authorization) && account.equals(ACCOUNTS.get(authorization));
    }

    private static String credentials(String account, String token) {
        return "Basic " + Base64.getEncoder().encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean unusable(String value) {
        return value.isBlank() || value.length() > 1600 || BROKEN_VALUE.matcher(value).find();
    }

    private static Map<String, String> values(String variables) {
        var values = new TreeMap<String, String>();
        if (variables != null) {
            new JsonObject(variables).forEach(entry -> values.put(entry.getKey(), String.valueOf(entry.getValue())));
        }
        return values;
    }

    private static RestResponse<String> refusal(String code) {
        return json("20003".equals(code) ? 401 : 400,
                "{\"code\":%s,\"message\":\"refused\",\"status\":400}".formatted(code));
    }

    static RestResponse<String> json(int status, String body) {
        return ResponseBuilder.<String>create(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body).build();
    }
}
