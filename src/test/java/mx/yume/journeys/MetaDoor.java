package mx.yume.journeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import mx.yume.whatsapp.meta.Payloads;

/** Meta's webhook, signed as Meta signs: HMAC-SHA256 of the body. A tap on a button comes as one on an interactive message. */
final class MetaDoor implements ProviderDoor {

    static final String PATH = "/api/v1/webhooks/whatsapp/meta";
    static final String SALON = "555000000000002";

    @Override
    public int deliver(String number, String to, String id, String text, Optional<String> choice) {
        return post(delivery(to, List.of(message(phone(number), id, text, choice))));
    }

    @Override
    public int deliverFrom(String address, String id, String text) {
        return post(delivery(SALON, List.of(message(address, id, text, Optional.empty()))));
    }

    /** Of whom a user id is told alone, Meta tells it in another place than a phone. */
    static JsonObject message(String from, String id, String text, Optional<String> choice) {
        var message = new JsonObject().put("id", "wamid." + id).put("timestamp", "1799935200")
                .put(from.startsWith("MX.") ? "from_user_id" : "from", from);
        return choice.map(chosen -> message.put("type", "interactive")
                .put("interactive", new JsonObject().put("type", "button_reply")
                        .put("button_reply", new JsonObject().put("id", chosen).put("title", text))))
                .orElseGet(() -> message.put("type", "text").put("text", new JsonObject().put("body", text)));
    }

    /** One delivery of all of these. */
    static String delivery(String to, List<JsonObject> messages) {
        var contacts = new ArrayList<JsonObject>();
        for (var message : messages) {
            var contact = new JsonObject().put("profile", new JsonObject().put("name", "💅 <b>Reina</b> {profile}"));
            contacts.add(message.containsKey("from") ? contact.put("wa_id", message.getString("from"))
                    : contact.put("user_id", message.getString("from_user_id")));
        }
        var value = new JsonObject().put("messaging_product", "whatsapp")
                .put("metadata", new JsonObject().put("display_phone_number", "525500000002").put("phone_number_id", to))
                .put("contacts", new JsonArray(contacts)).put("messages", new JsonArray(messages));
        var change = new JsonObject().put("field", "messages").put("value", value);
        var entry = new JsonObject().put("id", "102290129340398").put("changes", new JsonArray().add(change));
        return new JsonObject().put("object", "whatsapp_business_account").put("entry", new JsonArray().add(entry)).encode();
    }

    static int post(String body) {
        return post(body, Payloads.signature(body.getBytes(StandardCharsets.UTF_8)));
    }

    static int post(String body, String signature) {
        return Http.post(PATH, Map.of("X-Hub-Signature-256", signature, "Content-Type", "application/json"), body);
    }

    @Override
    public String phone(String number) {
        return number.startsWith("+52") ? "521" + number.substring(3) : number.substring(1);
    }

    @Override
    public String plainPhone(String number) {
        return number.substring(1);
    }

    @Override
    public String userId(String id) {
        return id;
    }

    @Override
    public String salon() {
        return SALON;
    }

    @Override
    public String channel() {
        return "meta";
    }

    @Override
    public String origin() {
        return "real";
    }
}
