package mx.yume.conversation;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.quarkus.runtime.annotations.RegisterForReflection;
import mx.yume.conversation.template.Template;

/**
 * What Yume says, before a channel gives it its form. Bounds are WhatsApp's: text 4096 characters, 3 buttons of 20, 10 rows
 * with titles of 24 and descriptions of 72. A channel without buttons or lists writes numbered text.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = OutboundContent.Text.class, name = "text"),
        @JsonSubTypes.Type(value = OutboundContent.Buttons.class, name = "buttons"),
        @JsonSubTypes.Type(value = OutboundContent.Choices.class, name = "choices"),
        @JsonSubTypes.Type(value = OutboundContent.Templated.class, name = "template"),
        @JsonSubTypes.Type(value = OutboundContent.Picture.class, name = "picture")})
@RegisterForReflection
public sealed interface OutboundContent {

    int MAX_BODY = 4096;

    String body();

    /** What can be tapped, or answered by its number, in the order shown. */
    List<Option> options();

    @RegisterForReflection
    record Text(String body) implements OutboundContent {

        public Text {
            requireBody(body);
        }

        @Override
        public List<Option> options() {
            return List.of();
        }
    }

    /** Up to three quick replies. */
    @RegisterForReflection
    record Buttons(String body, List<Option> options) implements OutboundContent {

        public Buttons {
            requireBody(body);
            options = List.copyOf(options);
            requireOptions(options, 3, 20);
        }
    }

    /**
     * A list that opens on a tap, up to ten rows.
     *
     * @param button what opens it, up to 20 characters
     */
    @RegisterForReflection
    record Choices(String body, String button, List<Option> options) implements OutboundContent {

        public Choices {
            requireBody(body);
            options = List.copyOf(options);
            requireOptions(options, 10, 24);
        }
    }

    /**
     * A text that Meta approved, which may go out when the window of 24 hours is closed.
     *
     * @param values of the template's variables, cut and folded to what may be sent
     * @param options what its quick replies carry, in their order
     */
    @RegisterForReflection
    record Templated(Template template, Map<String, String> values, List<Option> options) implements OutboundContent {

        public Templated {
            values = template.fitting(values);
            options = List.copyOf(options);
            if (!options.stream().map(Option::title).toList().equals(template.buttons())) {
                throw new IllegalArgumentException(template.id() + " has the buttons " + template.buttons());
            }
        }

        public Templated(Template template, Map<String, String> values) {
            this(template, values, List.of());
        }

        /** As the person reads it. */
        @Override
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        public String body() {
            return template.filled(values);
        }
    }

    /**
     * A picture with words below it.
     *
     * @param path of ours, from which the provider fetches a PNG or JPEG of at most 5 MB (Cloud API, "Supported media types")
     * @param body the caption, up to 1,024 characters
     */
    @RegisterForReflection
    record Picture(String path, String body) implements OutboundContent {

        public static final int MAX_CAPTION = 1024;

        public Picture {
            requireBody(body);
            if (!path.startsWith("/") || body.length() > MAX_CAPTION) {
                throw new IllegalArgumentException("A picture has a path of ours and a caption of at most 1,024 characters");
            }
        }

        @Override
        public List<Option> options() {
            return List.of();
        }
    }

    /**
     * Something to choose.
     *
     * @param id comes back when it is chosen; at most 200 characters
     * @param description a second line in lists, empty where there is none
     */
    @RegisterForReflection
    record Option(String id, String title, String description) {

        public Option(String id, String title) {
            this(id, title, "");
        }

        public Option {
            if (id.isEmpty() || id.length() > 200 || description.length() > 72) {
                throw new IllegalArgumentException("Option outside WhatsApp's bounds: " + id);
            }
        }
    }

    private static void requireBody(String body) {
        if (body.isBlank() || body.length() > MAX_BODY) {
            throw new IllegalArgumentException("A message has 1 to " + MAX_BODY + " characters, not " + body.length());
        }
    }

    private static void requireOptions(List<Option> options, int most, int titleLength) {
        if (options.isEmpty() || options.size() > most) {
            throw new IllegalArgumentException("1 to " + most + " options, not " + options.size());
        }
        for (var option : options) {
            if (option.title().isBlank() || option.title().length() > titleLength) {
                throw new IllegalArgumentException("Titles have 1 to " + titleLength + " characters: " + option.title());
            }
        }
    }
}
