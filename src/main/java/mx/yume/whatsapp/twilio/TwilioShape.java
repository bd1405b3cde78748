package mx.yume.whatsapp.twilio;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Picture;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;

/**
 * Something to tap as the Content API has it: a content is made once for all messages of one shape, and every message fills in its
 * words. What is filled in has one line (21656), so where the body breaks its lines is part of the shape; and it cannot be empty, so
 * which rows have a description is too.
 *
 * @param name tells shapes apart, ours among other contents of the account
 * @param definition of the content, with {{1}}, {{2}}, …
 * @param values in the order of their numbers
 */
record TwilioShape(String name, ObjectNode definition, List<String> values) {

    /** Of an interactive message, WhatsApp's bound. */
    static final int MAX_BODY = 1024;
    static final String LANGUAGE = "es_MX";
    private static final int MOST_LINES = 20;
    private static final Pattern BREAK = Pattern.compile("\\R");
    private static final Pattern WIDE = Pattern.compile("[\\t\\x0B\\f]+| {5,}");

    TwilioShape {
        values = List.copyOf(values);
    }

    /** Empty for what has nothing to tap, and for what WhatsApp would not take as buttons or a list: that is sent as text. */
    static Optional<TwilioShape> of(OutboundContent content) {
        return switch (content) {
            case Text _,Picture _,Templated _ -> Optional.empty();
            case Buttons buttons -> Optional.of(buttons).filter(it -> fits(it) && distinct(it, Option::title))
                    .map(it -> new Drawing().buttons(it));
            case Choices choices -> Optional.of(choices).filter(it -> fits(it) && it.button().length() <= 20)
                    .map(it -> new Drawing().choices(it));
        };
    }

    /** By their numbers, as ContentVariables has them. */
    Map<String, String> variables() {
        return numbered(values);
    }

    static Map<String, String> numbered(List<String> values) {
        var variables = new LinkedHashMap<String, String>();
        for (int at = 0; at < values.size(); at++) {
            variables.put(String.valueOf(at + 1), values.get(at));
        }
        return variables;
    }

    private static boolean fits(OutboundContent content) {
        return content.body().length() <= MAX_BODY && BREAK.split(content.body().strip()).length <= MOST_LINES
                && distinct(content, Option::id);
    }

    private static boolean distinct(OutboundContent content, Function<Option, String> part) {
        var seen = new HashSet<String>();
        return content.options().stream().map(part).allMatch(seen::add);
    }

    /** Writes the definition and gathers the values beside it. */
    private static final class Drawing {

        private final List<String> values = new ArrayList<>();
        private final ObjectNode types = JsonNodeFactory.instance.objectNode();

        TwilioShape buttons(Buttons buttons) {
            var type = types.putObject("twilio/quick-reply");
            var layout = body(type, buttons.body());
            var actions = type.putArray("actions");
            buttons.options().forEach(option -> actions.addObject().put("type", "QUICK_REPLY")
                    .put("title", place(option.title())).put("id", place(option.id())));
            return shape("yume_quick_" + buttons.options().size() + "_" + layout);
        }

        TwilioShape choices(Choices choices) {
            var type = types.putObject("twilio/list-picker");
            var layout = body(type, choices.body());
            type.put("button", place(choices.button()));
            var items = type.putArray("items");
            var described = new StringBuilder();
            for (var option : choices.options()) {
                var item = items.addObject().put("item", place(option.title())).put("id", place(option.id()));
                if (!option.description().isBlank()) {
                    item.put("description", place(option.description()));
                }
                described.append(option.description().isBlank() ? '0' : '1');
            }
            return shape("yume_list_" + described + "_" + layout);
        }

        /** @return where the lines are: 1 for one with words, 0 for one without */
        private String body(ObjectNode type, String body) {
            var lines = new ArrayList<String>();
            var layout = new StringBuilder();
            for (var line : BREAK.split(body.strip(), -1)) {
                lines.add(line.isBlank() ? "" : place(line));
                layout.append(line.isBlank() ? '0' : '1');
            }
            type.put("body", String.join("\n", lines));
            return layout.toString();
        }

        private String place(String value) {
            values.add(WIDE.matcher(value).replaceAll(" ").strip());
            return "{{" + values.size() + "}}";
        }

        private TwilioShape shape(String name) {
            var definition = JsonNodeFactory.instance.objectNode().put("friendly_name", name).put("language", LANGUAGE);
            var samples = definition.putObject("variables");
            for (int at = 1; at <= values.size(); at++) {
                samples.put(String.valueOf(at), "texto " + at);
            }
            definition.set("types", types);
            return new TwilioShape(name, definition, values);
        }
    }
}
