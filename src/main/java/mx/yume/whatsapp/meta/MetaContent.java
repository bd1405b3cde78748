package mx.yume.whatsapp.meta;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import mx.yume.conversation.InboundKind;
import mx.yume.conversation.media.MediaReference;

/** What a message says, read from the object that is named like its type. */
record MetaContent(InboundKind kind, String body, Optional<String> choice, Optional<MediaReference> media) {

    private static final MetaContent UNKNOWN = new MetaContent(InboundKind.UNKNOWN, "");

    private MetaContent(InboundKind kind, String body) {
        this(kind, body, Optional.empty(), Optional.empty());
    }

    /**
     * @param receivedBy the number it came to, which has to be named when a file is asked for
     * @return empty when it is not of the form that Meta describes
     */
    static Optional<MetaContent> of(JsonNode message, String receivedBy) {
        // 131051: of a kind that the Cloud API does not deliver.
        if (!message.path("errors").isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        return MetaText.of(message, "type").flatMap(type -> of(type, message.path(type), receivedBy));
    }

    private static Optional<MetaContent> of(String type, JsonNode part, String receivedBy) {
        return switch (type) {
            case "text" -> text(part);
            case "button" -> choice(MetaText.of(part, "payload").or(() -> MetaText.of(part, "text")),
                    MetaText.of(part, "text"));
            case "interactive" -> interactive(part);
            case "image" -> media(InboundKind.IMAGE, part, receivedBy);
            case "audio" -> media(InboundKind.AUDIO, part, receivedBy);
            case "video" -> media(InboundKind.VIDEO, part, receivedBy);
            case "document" -> media(InboundKind.DOCUMENT, part, receivedBy);
            case "sticker" -> media(InboundKind.STICKER, part, receivedBy);
            case "location" -> location(part);
            case "contacts" -> Optional.of(new MetaContent(InboundKind.CONTACTS, ""));
            case "reaction" -> Optional.of(new MetaContent(InboundKind.REACTION, MetaText.of(part, "emoji").orElse("")));
            case "order" -> Optional.of(new MetaContent(InboundKind.UNKNOWN, MetaText.of(part, "text").orElse("")));
            case "edit" -> edited(part.path("message"), receivedBy);
            // unsupported, system, and whatever comes next.
            default -> Optional.of(UNKNOWN);
        };
    }

    private static Optional<MetaContent> text(JsonNode part) {
        var body = part.path("body");
        return body.isTextual() ? Optional.of(new MetaContent(InboundKind.TEXT, body.asText())) : Optional.empty();
    }

    private static Optional<MetaContent> choice(Optional<String> id, Optional<String> title) {
        return id.map(chosen -> new MetaContent(InboundKind.CHOICE, title.orElse(""), id, Optional.empty()));
    }

    private static Optional<MetaContent> interactive(JsonNode part) {
        return MetaText.of(part, "type").flatMap(type -> switch (type) {
            case "button_reply", "list_reply" ->
                choice(MetaText.of(part.path(type), "id"), MetaText.of(part.path(type), "title"));
            // A form that Yume never sends; what is shown of it is not what was filled in.
            case "nfm_reply" -> Optional.of(new MetaContent(InboundKind.UNKNOWN,
                    MetaText.of(part.path(type), "body").orElse("")));
            default -> Optional.of(UNKNOWN);
        });
    }

    /** By the Graph path of the file: its id, and the number that has to be its own. */
    private static Optional<MetaContent> media(InboundKind kind, JsonNode part, String receivedBy) {
        if (!part.isObject()) {
            return Optional.empty();
        }
        var path = MetaText.graphId(part, "id").map(id -> id + "?phone_number_id=" + receivedBy);
        var body = MetaText.of(part, "caption").or(() -> MetaText.of(part, "filename")).orElse("");
        return Optional.of(new MetaContent(kind, body, Optional.empty(),
                MediaReference.of(path, MetaText.of(part, "mime_type"))));
    }

    private static Optional<MetaContent> location(JsonNode part) {
        var words = Stream.of("name", "address", "latitude", "longitude").flatMap(name -> MetaText.of(part, name).stream())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(new MetaContent(InboundKind.LOCATION, words));
    }

    /** What somebody wrote again is what they mean now. */
    private static Optional<MetaContent> edited(JsonNode message, String receivedBy) {
        return "edit".equals(message.path("type").asText()) ? Optional.empty() : of(message, receivedBy);
    }
}
