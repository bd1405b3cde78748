package mx.yume.assistant.guided;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import mx.yume.assistant.tools.Tap;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Picture;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;

/** Messages inside WhatsApp's bounds: three buttons of 20 characters, ten rows of 24 with 72 below. */
public final class Bodies {

    static final int BUTTONS = 3;
    static final int BUTTON_TITLE = 20;
    public static final int ROWS = 10;
    static final int ROW_TITLE = 24;
    private static final int ROW_DESCRIPTION = 72;

    private Bodies() {}

    public static OutboundContent text(String body) {
        return new Text(cut(body, OutboundContent.MAX_BODY));
    }

    static Option option(Tap tap, String title) {
        return new Option(tap.id(), title);
    }

    /** A title that has to be cut is whole again in the second line. */
    static Option row(Tap tap, String title, String description) {
        var second = title.length() > ROW_TITLE ? title + (description.isEmpty() ? "" : " · " + description) : description;
        return new Option(tap.id(), title, cut(second, ROW_DESCRIPTION));
    }

    /** Buttons where the options are few and short enough, else a list of the first ten. */
    public static OutboundContent choice(String body, String opener, List<Option> options) {
        var text = cut(body, OutboundContent.MAX_BODY);
        if (options.isEmpty()) {
            return new Text(text);
        }
        var few = options.size() <= BUTTONS && options.stream().allMatch(option -> option.title().length() <= BUTTON_TITLE);
        return few ? new Buttons(text, options.stream().map(option -> new Option(option.id(), option.title())).toList())
                : list(body, opener, options);
    }

    /** A list however few there are: their second lines tell them apart. */
    static OutboundContent list(String body, String opener, List<Option> options) {
        return new Choices(cut(body, OutboundContent.MAX_BODY), opener, options.stream().limit(ROWS)
                .map(option -> new Option(option.id(), cut(option.title(), ROW_TITLE), option.description())).toList());
    }

    /** The first message begins with these words. */
    public static List<OutboundContent> prefixed(String words, String separator, List<OutboundContent> messages) {
        if (messages.isEmpty() || words.isEmpty()) {
            return messages;
        }
        var all = new ArrayList<>(messages);
        all.set(0,
                withBody(cut(words + separator + messages.getFirst().body(), OutboundContent.MAX_BODY), messages.getFirst()));
        return List.copyOf(all);
    }

    /** One message that says it all, with the options of the last: a turn is answered by one. */
    public static List<OutboundContent> together(List<OutboundContent> messages) {
        if (messages.size() < 2) {
            return messages;
        }
        var words = messages.subList(0, messages.size() - 1).stream().map(OutboundContent::body)
                .collect(Collectors.joining("\n\n"));
        return prefixed(words, "\n\n", List.of(messages.getLast()));
    }

    private static OutboundContent withBody(String body, OutboundContent content) {
        return switch (content) {
            case Text _ -> new Text(body);
            case Buttons(_, var options) -> new Buttons(body, options);
            case Choices(_, var button, var options) -> new Choices(body, button, options);
            case Picture(var path, _) -> new Picture(path, body);
            case Templated whole -> throw new IllegalArgumentException("Nothing is put before " + whole.template());
        };
    }

    /** At a space where there is one near, never through a character of two halves. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > most / 2 ? space : end).stripTrailing() + "…";
    }
}
