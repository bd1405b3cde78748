package mx.yume.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Twilio's Senders resource, served by the application under test to itself; each sender is as far as a test says. */
@ApplicationScoped
@Path("/v2/Channels/Senders")
public class FakeTwilioSenders {

    /** A number on its way into WhatsApp. */
    public static final class Sender {

        public final String sid;
        public final String id;
        public volatile JsonNode request;
        public volatile String status = "CREATING";
        public volatile String reasons = "null";

        Sender(String sid, JsonNode request) {
            this.sid = sid;
            this.id = request.path("sender_id").asText();
            this.request = request;
        }

        String json() {
            return "{\"sid\":\"%s\",\"sender_id\":\"%s\",\"status\":\"%s\",\"offline_reasons\":%s}".formatted(sid, id, status,
                    reasons);
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Sender> senders = new LinkedHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<RestResponse<String>> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();

    public void reset() {
        senders.clear();
        asked.clear();
        answers.clear();
        lost.set(0);
    }

    public List<Sender> senders() {
        return List.copyOf(senders.values());
    }

    public List<String> asked() {
        return List.copyOf(asked);
    }

    public void answerNext(int status, int code) {
        answers.add(FakeTwilioNumbers.error(status, code, "told to"));
    }

    /** The next registration is begun, and its answer lost. */
    public void losesNextRegistration() {
        lost.set(1);
    }

    /** WhatsApp has decided about all of them. */
    public void become(String status, String reasons) {
        senders.values().forEach(sender -> {
            sender.status = status;
            sender.reasons = reasons;
        });
    }

    @GET
    public Uni<RestResponse<String>> all(@HeaderParam("Authorization") String authorization,
            @QueryParam("Channel") String channel, @QueryParam("PageSize") int size) {
        return answer("GET Senders", authorization, () -> !"whatsapp".equals(channel) || size > 1000
                ? FakeTwilioNumbers.error(400, 20001, "Channel is required")
                : FakeTwilioNumbers.json(200, "{\"senders\":[%s]}"
                        .formatted(senders.values().stream().map(Sender::json).collect(Collectors.joining(",")))));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<String>> create(@HeaderParam("Authorization") String authorization, String body) {
        return answer("POST Senders", authorization, () -> {
            var request = read(body);
            var id = request.path("sender_id").asText();
            if (!id.matches("whatsapp:\\+[1-9]\\d{7,14}") || !good(request)
                    || senders.values().stream().anyMatch(sender -> sender.id.equals(id))) {
                return FakeTwilioNumbers.error(400, 63100, "Bad sender");
            }
            var made = new Sender("XE%032x".formatted(count.incrementAndGet()), request);
            senders.put(made.sid, made);
            return FakeTwilioNumbers.json(202, made.json());
        }).map(made -> lost.getAndSet(0) == 1 ? FakeTwilioNumbers.error(504, 0, "lost") : made);
    }

    @POST
    @Path("/{sid}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<String>> change(@HeaderParam("Authorization") String authorization, @PathParam("sid") String sid,
            String body) {
        return answer("POST Senders/{sid}", authorization, () -> {
            var sender = senders.get(sid);
            var request = read(body);
            if (sender == null) {
                return FakeTwilioNumbers.error(404, 20404, "not found");
            }
            if (request.has("sender_id") || !good(request)) {
                return FakeTwilioNumbers.error(400, 63100, "Bad change");
            }
            sender.request = request;
            return FakeTwilioNumbers.json(202, sender.json());
        });
    }

    @GET
    @Path("/{sid}")
    public Uni<RestResponse<String>> one(@HeaderParam("Authorization") String authorization, @PathParam("sid") String sid) {
        return answer("GET Senders/{sid}", authorization, () -> senders.containsKey(sid)
                ? FakeTwilioNumbers.json(200, senders.get(sid).json())
                : FakeTwilioNumbers.error(404, 20404, "not found"));
    }

    @DELETE
    @Path("/{sid}")
    public Uni<RestResponse<String>> delete(@HeaderParam("Authorization") String authorization, @PathParam("sid") String sid) {
        return answer("DELETE Senders/{sid}", authorization, () -> senders.remove(sid) == null
                ? FakeTwilioNumbers.error(404, 20404, "not found")
                : ResponseBuilder.<String>create(204).build());
    }

    /** WhatsApp asks for a name; webhooks are by POST over https. */
    private static boolean good(JsonNode request) {
        var webhook = request.path("webhook");
        return !request.path("profile").path("name").asText().isBlank()
                && webhook.path("callback_url").asText().startsWith("https://")
                && webhook.path("callback_method").asText().equals("POST")
                && webhook.path("status_callback_url").asText().startsWith("https://")
                && webhook.path("status_callback_method").asText().equals("POST");
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return json.createObjectNode();
        }
    }

    private synchronized Uni<RestResponse<String>> answer(String what, String authorization,
            Supplier<RestResponse<String>> work) {
        asked.add(what);
        var told = answers.poll();
        if (told != null) {
            return Uni.createFrom().item(told);
        }
        return Uni.createFrom().item(FakeTwilioNumbers.CREDENTIALS.equals(authorization) ? work.get()
                : FakeTwilioNumbers.error(401, 20003, "Authenticate"));
    }
}
