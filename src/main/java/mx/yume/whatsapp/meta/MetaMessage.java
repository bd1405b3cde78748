package mx.yume.whatsapp.meta;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.InboundMessage;
import mx.yume.conversation.Origin;
import mx.yume.conversation.Sender;
import mx.yume.conversation.inbox.IdentityChange;
import mx.yume.platform.PhoneNumber;

/** Reads one message of a delivery. */
final class MetaMessage {

    private static final Pattern WHATSAPP_ID = Pattern.compile("\\d{8,15}");
    /** Business-scoped user id: a country, a dot, letters and digits. */
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,125}");
    private static final Set<String> CHANGES = Set.of("user_changed_number", "customer_changed_number",
            "user_changed_user_id");

    private MetaMessage() {}

    /**
     * @param contacts what is told of the people in this part of the delivery
     * @param raw the bytes to keep
     */
    static MetaEvent read(JsonNode message, JsonNode contacts, String receivedBy, byte[] raw) {
        var id = MetaText.id(message, "id");
        if (id.isEmpty()) {
            return new MetaEvent.Unreadable("a message without an id", raw);
        }
        var type = message.path("type").asText();
        if (type.equals("system")) {
            return system(id.get(), message, receivedBy, raw);
        }
        // Taken back: it has been read, and perhaps answered; nothing is left to say.
        if (type.equals("revoke")) {
            return new MetaEvent.Irrelevant("messages/revoke");
        }
        var sender = sender(message, contacts);
        if (sender.isEmpty()) {
            return new MetaEvent.Unreadable("a message whose sender has neither a phone nor a user id", raw);
        }
        return MetaContent.of(message, receivedBy)
                .<MetaEvent>map(content -> new MetaEvent.Said(new InboundMessage(ChannelName.META, Origin.REAL, id.get(),
                        receivedBy, sender.get(), content.kind(), content.body(), content.choice(), content.media(), raw)))
                .orElseGet(() -> new MetaEvent.Unreadable("a message of a form unknown to its type", raw));
    }

    private static Optional<Sender> sender(JsonNode message, JsonNode contacts) {
        var from = whatsAppId(message, "from");
        var contact = contact(message, contacts);
        var phone = from.or(() -> whatsAppId(contact, "wa_id"));
        var userId = userId(message, "from_user_id").or(() -> userId(contact, "user_id"));
        return sender(phone, userId, MetaText.of(contact.path("profile"), "name"));
    }

    private static Optional<Sender> sender(Optional<String> phone, Optional<String> userId, Optional<String> profileName) {
        var number = phone.flatMap(MetaMessage::number);
        return number.isPresent() ? Optional.of(new Sender(number, userId, phone.orElseThrow(), profileName))
                : userId.map(id -> new Sender(Optional.empty(), userId, id, profileName));
    }

    /** Which of the people told of is the one who wrote. */
    private static JsonNode contact(JsonNode message, JsonNode contacts) {
        for (var contact : contacts) {
            if (same(message.path("from"), contact.path("wa_id"))
                    || same(message.path("from_user_id"), contact.path("user_id"))) {
                return contact;
            }
        }
        // Before user ids stood in the message itself, somebody without a phone was told of in the contacts alone.
        return contacts.size() == 1 && !message.has("from") && !message.has("from_user_id") ? contacts.path(0)
                : MissingNode.getInstance();
    }

    private static boolean same(JsonNode one, JsonNode other) {
        return one.isTextual() && one.equals(other);
    }

    /** No person's words: WhatsApp tells what became of somebody. */
    private static MetaEvent system(String id, JsonNode message, String receivedBy, byte[] raw) {
        var system = message.path("system");
        var type = system.path("type").asText();
        if (!CHANGES.contains(type)) {
            return new MetaEvent.Irrelevant("messages/system");
        }
        var oldPhone = whatsAppId(message, "from");
        var oldUserId = userId(system, "previous_user_id");
        var known = sender(oldPhone, oldUserId, Optional.empty());
        var newPhone = whatsAppId(system, "wa_id").or(() -> whatsAppId(system, "new_wa_id"));
        var newUserId = userId(system, "user_id");
        var address = newPhone.or(() -> newUserId);
        if (known.isEmpty() || address.isEmpty()) {
            return new MetaEvent.Unreadable("a change of number that does not say from what to what", raw);
        }
        var notice = new InboundMessage(ChannelName.META, Origin.REAL, id, receivedBy, known.get(), InboundKind.UNKNOWN, "",
                Optional.empty(), raw);
        return new MetaEvent.Moved(notice, new IdentityChange(known.get().phone(), oldUserId,
                newPhone.flatMap(MetaMessage::number), newUserId, address.get()));
    }

    /** Digits with the country, as replies are addressed. */
    private static Optional<String> whatsAppId(JsonNode node, String name) {
        return MetaText.of(node, name).filter(id -> WHATSAPP_ID.matcher(id).matches());
    }

    private static Optional<PhoneNumber> number(String whatsAppId) {
        return PhoneNumber.parse("+" + whatsAppId);
    }

    static Optional<String> userId(JsonNode node, String name) {
        return MetaText.of(node, name).filter(MetaMessage::isUserId);
    }

    static boolean isUserId(String address) {
        return USER_ID.matcher(address).matches();
    }
}
