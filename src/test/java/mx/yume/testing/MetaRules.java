package mx.yume.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import mx.yume.conversation.template.Template;

/** What Meta demands of a message ("Cloud API, Messages" and the pages of each type), and the code it refuses with. */
final class MetaRules {

    record Complaint(int code, String words) {}

    /** 131009: a parameter's value; 131008: one is missing; 100: a parameter of another form or name. */
    private static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int code;

        Broken(int code, String words) {
            super(words);
            this.code = code;
        }
    }

    private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");
    private static final Pattern USER_ID = Pattern.compile("[A-Z]{2}\\.[A-Za-z0-9]{1,125}");
    private static final List<String> COMMON = List.of("messaging_product", "recipient_type", "to", "recipient",
            "biz_opaque_callback_data", "type");

    private MetaRules() {}

    static Optional<Complaint> complaint(JsonObject message) {
        try {
            check(message);
            return Optional.empty();
        } catch (Broken rule) {
            return Optional.of(new Complaint(rule.code, String.valueOf(rule.getMessage())));
        } catch (ClassCastException otherForm) {
            return Optional.of(new Complaint(100, "a parameter of another form: " + otherForm.getMessage()));
        }
    }

    private static void check(JsonObject message) {
        require("whatsapp".equals(message.getString("messaging_product")), 100, "messaging_product");
        if (message.containsKey("status")) {
            receipt(message);
            return;
        }
        require("individual".equals(message.getString("recipient_type")), 100, "recipient_type");
        require(message.containsKey("to") != message.containsKey("recipient"), 100, "either to or recipient");
        require(!message.containsKey("to") || PHONE.matcher(message.getString("to")).matches(), 131009, "to");
        require(!message.containsKey("recipient") || USER_ID.matcher(message.getString("recipient")).matches(), 131009,
                "recipient");
        require(message.getString("biz_opaque_callback_data", "").length() <= 512, 131009, "biz_opaque_callback_data");
        var type = message.getString("type", "");
        for (var name : message.fieldNames()) {
            require(COMMON.contains(name) || name.equals(type), 100, "unknown parameter " + name);
        }
        switch (type) {
            case "text" -> text(part(message, "text"));
            case "interactive" -> interactive(part(message, "interactive"));
            case "image" -> image(part(message, "image"));
            case "template" -> template(part(message, "template"));
            default -> throw new Broken(100, "type " + type);
        }
    }

    private static void receipt(JsonObject message) {
        only(message, "messaging_product", "status", "message_id", "typing_indicator");
        require("read".equals(message.getString("status")), 100, "status");
        require(message.getString("message_id", "").startsWith("wamid."), 131009, "message_id");
        require(!message.containsKey("typing_indicator")
                || "text".equals(part(message, "typing_indicator").getString("type")), 100, "typing_indicator");
    }

    private static void text(JsonObject text) {
        only(text, "preview_url", "body");
        length(text, "body", 4096);
    }

    private static void image(JsonObject image) {
        only(image, "link", "caption");
        length(image, "caption", 1024);
        require(image.getString("link", "").startsWith("https://"), 131009, "link");
    }

    private static void interactive(JsonObject interactive) {
        only(interactive, "type", "body", "action");
        only(part(interactive, "body"), "text");
        length(part(interactive, "body"), "text", 1024);
        var action = part(interactive, "action");
        switch (interactive.getString("type", "")) {
            case "button" -> buttons(action);
            case "list" -> list(action);
            default -> throw new Broken(100, "interactive type");
        }
    }

    private static void buttons(JsonObject action) {
        only(action, "buttons");
        var buttons = objects(action, "buttons", 3);
        var seen = new HashSet<String>();
        for (var button : buttons) {
            only(button, "type", "reply");
            require("reply".equals(button.getString("type")), 100, "button type");
            var reply = part(button, "reply");
            only(reply, "id", "title");
            length(reply, "id", 256);
            length(reply, "title", 20);
            require(seen.add("id " + reply.getString("id")) && seen.add("title " + reply.getString("title")), 131009,
                    "duplicate button");
        }
    }

    private static void list(JsonObject action) {
        only(action, "button", "sections");
        length(action, "button", 20);
        var seen = new HashSet<String>();
        for (var section : objects(action, "sections", 1)) {
            only(section, "rows");
            for (var row : objects(section, "rows", 10)) {
                only(row, "id", "title", "description");
                length(row, "id", 200);
                length(row, "title", 24);
                require(!row.containsKey("description") || !row.getString("description").isEmpty(), 131009, "description");
                require(row.getString("description", "").length() <= 72, 131009, "description");
                require(seen.add(row.getString("id")), 131009, "duplicate row");
            }
        }
    }

    /** 132001: no such template in this language; 132000: not its variables; 132005: too long; 132018: what a value may not hold. */
    private static void template(JsonObject sent) {
        only(sent, "name", "language", "components");
        var template = Arrays.stream(Template.values()).filter(it -> it.id().equals(sent.getString("name"))).findFirst()
                .orElseThrow(() -> new Broken(132001, "template " + sent.getString("name")));
        require("es_MX".equals(part(sent, "language").getString("code")), 132001, "language");
        var values = new HashMap<String, String>();
        var titles = template.buttons();
        int buttons = 0;
        for (var component : objects(sent, "components", 10)) {
            switch (component.getString("type", "")) {
                case "body" -> variables(component, values);
                case "button" -> {
                    if (template.carriesACode()) {
                        copies(component, values);
                    } else {
                        quickReply(component, buttons++);
                    }
                }
                default -> throw new Broken(100, "component");
            }
        }
        var names = template.carriesACode() ? Set.of("") : new HashSet<>(template.variables());
        require(values.keySet().equals(names), 132000, "variables " + values.keySet());
        require(template.filled(values).length() <= 1024, 132005, "body too long");
        require(buttons == titles.size(), 132000, buttons + " buttons");
    }

    private static void variables(JsonObject component, Map<String, String> values) {
        only(component, "type", "parameters");
        for (var parameter : objects(component, "parameters", 100)) {
            only(parameter, "type", "parameter_name", "text");
            require("text".equals(parameter.getString("type")), 100, "parameter type");
            var text = parameter.getString("text", "");
            require(!text.isBlank(), 131008, "parameter " + parameter.getString("parameter_name"));
            require(!text.contains("\n") && !text.contains("\t") && !text.contains("     "), 132018, "parameter text");
            require(values.put(parameter.getString("parameter_name", ""), text) == null, 132000, "parameter twice");
        }
    }

    /** The code once more, as it is copied. */
    private static void copies(JsonObject component, Map<String, String> values) {
        only(component, "type", "sub_type", "index", "parameters");
        require("url".equals(component.getString("sub_type")) && "0".equals(component.getString("index")), 100, "sub_type");
        for (var parameter : objects(component, "parameters", 1)) {
            require(values.containsValue(parameter.getString("text")), 132000, "another code");
            length(parameter, "text", 15);
        }
    }

    private static void quickReply(JsonObject component, int index) {
        only(component, "type", "sub_type", "index", "parameters");
        require("quick_reply".equals(component.getString("sub_type")), 100, "sub_type");
        require(Integer.toString(index).equals(component.getString("index")), 100, "index");
        for (var parameter : objects(component, "parameters", 1)) {
            only(parameter, "type", "payload");
            require("payload".equals(parameter.getString("type")), 100, "payload type");
            length(parameter, "payload", 256);
        }
    }

    private static JsonObject part(JsonObject object, String name) {
        require(object.containsKey(name), 131008, name);
        return object.getJsonObject(name);
    }

    private static List<JsonObject> objects(JsonObject object, String name, int most) {
        var list = object.getJsonArray(name, new JsonArray());
        require(!list.isEmpty() && list.size() <= most, 131009, name + " has " + list.size());
        return list.stream().map(JsonObject.class::cast).toList();
    }

    private static void length(JsonObject object, String name, int most) {
        var text = object.getString(name, "");
        require(!text.isBlank() && text.length() <= most, 131009, name + " has " + text.length() + " characters");
    }

    private static void only(JsonObject object, String... names) {
        for (var name : object.fieldNames()) {
            require(List.of(names).contains(name), 100, "unknown parameter " + name);
        }
    }

    private static void require(boolean kept, int code, String words) {
        if (!kept) {
            throw new Broken(code, words);
        }
    }
}
