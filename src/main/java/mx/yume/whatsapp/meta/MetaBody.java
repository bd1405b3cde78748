package mx.yume.whatsapp.meta;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Picture;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.OutboundMessage;
import mx.yume.conversation.template.Template;
import mx.yume.whatsapp.NumberedText;

/** Writes what the messages resource takes ("Cloud API, Messages"). */
final class MetaBody {

    /** Of a message with buttons or a list. */
    static final int MAX_INTERACTIVE_BODY = 1024;
    static final int MAX_LIST_BUTTON = 20;

    private MetaBody() {}

    /** @param publicUrl where Meta fetches a picture of ours from */
    static ObjectNode of(OutboundMessage message, URI publicUrl) {
        var body = whatsapp();
        body.put("recipient_type", "individual");
        // Somebody without a phone is written to by their user id.
        body.put(MetaMessage.isUserId(message.personAddress()) ? "recipient" : "to", message.personAddress());
        // Comes back in every report.
        body.put("biz_opaque_callback_data", message.id().toString());
        return switch (message.content()) {
            case Text text -> text(body, text.body());
            case Buttons buttons when fits(buttons) -> interactive(body, "button", buttons).put("type", "interactive");
            case Choices choices when fits(choices) -> interactive(body, "list", choices).put("type", "interactive");
            case Buttons _,Choices _ -> text(body, NumberedText.of(message.content(), OutboundContent.MAX_BODY));
            case Picture(var path, var caption) -> picture(body, publicUrl + path, caption);
            case Templated templated -> template(body, templated, message.templateId().orElse(templated.template().id()));
        };
    }

    /** Their message was read, and an answer is being written. */
    static ObjectNode read(String providerMessageId) {
        var body = whatsapp().put("status", "read").put("message_id", providerMessageId);
        body.putObject("typing_indicator").put("type", "text");
        return body;
    }

    private static ObjectNode whatsapp() {
        return JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
    }

    /** Without a preview: whoever makes one would open a link that is meant for one person. */
    private static ObjectNode text(ObjectNode body, String text) {
        body.putObject("text").put("preview_url", false).put("body", text);
        return body.put("type", "text");
    }

    private static ObjectNode picture(ObjectNode body, String link, String caption) {
        body.putObject("image").put("link", link).put("caption", caption);
        return body.put("type", "image");
    }

    /** A longer text, or titles that Meta could not tell apart, go out as numbered text. */
    private static boolean fits(OutboundContent content) {
        var titles = new HashSet<String>();
        var ids = new HashSet<String>();
        return content.body().length() <= MAX_INTERACTIVE_BODY
                && content.options().stream().allMatch(option -> titles.add(option.title()) && ids.add(option.id()));
    }

    private static ObjectNode interactive(ObjectNode body, String type, OutboundContent content) {
        var interactive = body.putObject("interactive").put("type", type);
        interactive.putObject("body").put("text", content.body());
        var action = interactive.putObject("action");
        if (content instanceof Choices choices) {
            action.put("button", cut(choices.button()));
            rows(action.putArray("sections").addObject().putArray("rows"), choices.options());
        } else {
            buttons(action.putArray("buttons"), content.options());
        }
        return body;
    }

    private static void buttons(ArrayNode buttons, List<Option> options) {
        for (var option : options) {
            buttons.addObject().put("type", "reply").putObject("reply").put("id", option.id()).put("title", option.title());
        }
    }

    private static void rows(ArrayNode rows, List<Option> options) {
        for (var option : options) {
            var row = rows.addObject().put("id", option.id()).put("title", option.title());
            if (!option.description().isBlank()) {
                row.put("description", option.description());
            }
        }
    }

    private static String cut(String button) {
        return button.length() <= MAX_LIST_BUTTON ? button : button.substring(0, MAX_LIST_BUTTON);
    }

    /** Variables by their names; quick replies with what they carry. */
    private static ObjectNode template(ObjectNode body, Templated templated, String name) {
        var template = body.putObject("template").put("name", name);
        template.putObject("language").put("code", Template.LANGUAGE);
        var components = template.putArray("components");
        if (!templated.values().isEmpty()) {
            variables(components.addObject().put("type", "body").putArray("parameters"), templated);
        }
        if (templated.template().carriesACode()) {
            // What its button copies is sent a second time: to Meta it is the end of an address.
            templated.values().values().forEach(code -> components.addObject().put("type", "button").put("sub_type", "url")
                    .put("index", "0").putArray("parameters").addObject().put("type", "text").put("text", code));
        }
        for (int at = 0; at < templated.options().size(); at++) {
            components.addObject().put("type", "button").put("sub_type", "quick_reply").put("index", Integer.toString(at))
                    .putArray("parameters").addObject().put("type", "payload")
                    .put("payload", templated.options().get(at).id());
        }
        return body.put("type", "template");
    }

    private static void variables(ArrayNode parameters, Templated templated) {
        Map<String, String> values = templated.values();
        for (var name : templated.template().variables()) {
            var parameter = parameters.addObject().put("type", "text");
            if (!templated.template().carriesACode()) {
                parameter.put("parameter_name", name);
            }
            parameter.put("text", values.getOrDefault(name, ""));
        }
    }
}
