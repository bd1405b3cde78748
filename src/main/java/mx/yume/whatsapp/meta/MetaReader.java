package mx.yume.whatsapp.meta;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.MissingNode;

import mx.yume.conversation.ChannelName;
import mx.yume.conversation.DeliveryReport;
import mx.yume.conversation.DeliveryReport.State;
import mx.yume.conversation.template.TemplateVerdict;
import mx.yume.conversation.template.TemplateVerdict.Standing;
import mx.yume.whatsapp.meta.MetaError.Meaning;

/**
 * Reads a whole delivery: any number of entries, changes, messages, states and errors. What cannot be read is told apart from the
 * rest, which is not lost with it.
 */
@ApplicationScoped
class MetaReader {

    private final ObjectMapper json;
    /** So that half a surrogate pair, which UTF-8 has no bytes for, is kept as it was written. */
    private final ObjectWriter ascii;

    MetaReader(ObjectMapper json) {
        this.json = json;
        this.ascii = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    }

    /** In the order in which they were told. */
    List<MetaEvent> read(byte[] body) {
        JsonNode delivery;
        try {
            delivery = json.readTree(body);
        } catch (IOException notJson) {
            return List.of(new MetaEvent.Unreadable("not JSON", body));
        }
        var object = delivery.path("object").asText();
        if (!object.isEmpty() && !object.equals("whatsapp_business_account")) {
            return List.of(new MetaEvent.Irrelevant(object));
        }
        if (!delivery.path("entry").isArray()) {
            return List.of(new MetaEvent.Unreadable("no entries", body));
        }
        return new Reading(body, several(delivery)).entries(delivery.path("entry"));
    }

    /** Whether it tells more than one thing: then each is kept by itself, or a batch of many would be kept as many times. */
    private static boolean several(JsonNode delivery) {
        int things = 0;
        for (var entry : delivery.path("entry")) {
            for (var change : entry.path("changes")) {
                var value = change.path("value");
                things += Math.max(1,
                        value.path("messages").size() + value.path("statuses").size() + value.path("errors").size());
            }
        }
        return things > 1;
    }

    /** One delivery while it is read. */
    private final class Reading {

        private final byte[] body;
        private final boolean several;
        private final List<MetaEvent> events = new ArrayList<>(1);

        Reading(byte[] body, boolean several) {
            this.body = body;
            this.several = several;
        }

        List<MetaEvent> entries(JsonNode entries) {
            for (var entry : entries) {
                if (!entry.path("changes").isArray()) {
                    unreadable("an entry without changes", entry);
                }
                for (var change : entry.path("changes")) {
                    change(MetaText.id(entry, "id").orElse(""), change);
                }
            }
            return events;
        }

        private void change(String account, JsonNode change) {
            var field = MetaText.id(change, "field");
            var value = change.path("value");
            if (field.isEmpty() || !value.isObject()) {
                unreadable("a change without a field or a value", change);
                return;
            }
            switch (field.get()) {
                case "messages" -> messages(value);
                case "message_template_status_update" -> verdict(account, value);
                default -> events.add(new MetaEvent.Irrelevant(field.get()));
            }
        }

        private void messages(JsonNode value) {
            var number = MetaText.graphId(value.path("metadata"), "phone_number_id");
            for (var message : list(value, "messages", value)) {
                if (number.isEmpty()) {
                    unreadable("a message without the number that received it", message);
                } else {
                    events.add(MetaMessage.read(message, value.path("contacts"), number.get(), raw(message)));
                }
            }
            for (var status : list(value, "statuses", value)) {
                status(status);
            }
            for (var error : list(value, "errors", value)) {
                MetaError.read(error).ifPresentOrElse(told -> events.add(new MetaEvent.Troubled(told)),
                        () -> unreadable("an error of another form", error));
            }
        }

        private void status(JsonNode status) {
            var id = MetaText.id(status, "id");
            if (id.isEmpty() || MetaText.of(status, "status").isEmpty()) {
                unreadable("a state without a message", status);
                return;
            }
            state(status.path("status").asText()).ifPresentOrElse(
                    state -> events.add(new MetaEvent.Progressed(report(id.get(), state, status))),
                    () -> events.add(new MetaEvent.Irrelevant("statuses/" + status.path("status").asText())));
        }

        private void verdict(String account, JsonNode value) {
            var id = MetaText.graphId(value, "message_template_id");
            var name = MetaText.of(value, "message_template_name");
            var language = MetaText.of(value, "message_template_language");
            var event = MetaText.of(value, "event");
            if (account.isEmpty() || id.isEmpty() || name.isEmpty() || language.isEmpty() || event.isEmpty()) {
                unreadable("a verdict that does not say on which template", value);
                return;
            }
            standing(event.get()).ifPresentOrElse(
                    standing -> events.add(new MetaEvent.Judged(new TemplateVerdict(ChannelName.META, account, id.get(),
                            name.get(), language.get(), standing, reason(value)))),
                    () -> events.add(new MetaEvent.Irrelevant("message_template_status_update/" + event.get())));
        }

        /** What is no list is unreadable; what is not there has nothing in it. */
        private JsonNode list(JsonNode node, String name, JsonNode whole) {
            var list = node.path(name);
            if (!list.isArray() && !list.isMissingNode()) {
                unreadable(name + " is not a list", whole);
                return MissingNode.getInstance();
            }
            return list;
        }

        private void unreadable(String reason, JsonNode part) {
            events.add(new MetaEvent.Unreadable(reason, raw(part)));
        }

        private byte[] raw(JsonNode part) {
            try {
                return several ? ascii.writeValueAsBytes(part) : body;
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("A tree that cannot be written", impossible);
            }
        }
    }

    private static DeliveryReport report(String id, State state, JsonNode status) {
        var error = MetaError.first(status.path("errors"));
        return new DeliveryReport(ChannelName.META, id, row(status), state, error.map(MetaError::text),
                error.filter(reason -> reason.meaning() == Meaning.WINDOW_CLOSED).isPresent());
    }

    private static Optional<UUID> row(JsonNode status) {
        try {
            return MetaText.of(status, "biz_opaque_callback_data").map(UUID::fromString);
        } catch (IllegalArgumentException somebodyElses) {
            return Optional.empty();
        }
    }

    /** A voice note that was played, a payment and whatever comes next say nothing about a delivery. */
    private static Optional<State> state(String status) {
        return switch (status) {
            case "sent" -> Optional.of(State.SENT);
            case "delivered" -> Optional.of(State.DELIVERED);
            case "read" -> Optional.of(State.READ);
            case "failed" -> Optional.of(State.FAILED);
            default -> Optional.empty();
        };
    }

    /** FLAGGED, LOCKED and the like change nothing about what may be sent today. */
    private static Optional<Standing> standing(String event) {
        return switch (event) {
            case "APPROVED", "REINSTATED", "UNPAUSED", "UNARCHIVED" -> Optional.of(Standing.APPROVED);
            case "PENDING", "IN_APPEAL" -> Optional.of(Standing.PENDING);
            case "REJECTED" -> Optional.of(Standing.REJECTED);
            case "PAUSED" -> Optional.of(Standing.PAUSED);
            case "DISABLED", "DELETED", "PENDING_DELETION", "ARCHIVED", "LIMIT_EXCEEDED" -> Optional.of(Standing.DISABLED);
            default -> Optional.empty();
        };
    }

    private static Optional<String> reason(JsonNode value) {
        return MetaText.of(value, "reason").filter(reason -> !reason.equals("NONE"));
    }
}
