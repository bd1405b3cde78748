package mx.yume.conversation.turn;

import java.util.ArrayList;
import java.util.List;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Choices;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Picture;
import mx.yume.conversation.OutboundContent.Templated;
import mx.yume.conversation.OutboundContent.Text;

/**
 * A reply in messages that every channel carries whole. The shortest bound is Twilio's, of 1,600 characters with the options written
 * out below the body; whatever is longer goes on in a further message, and what can be chosen stands below the last.
 */
final class Pages {

    static final int MOST = 1500;
    private static final int WITH_OPTIONS = 1550;
    private static final int INVITATION = 45;
    private static final int NUMBERING = 8;

    private Pages() {}

    static List<OutboundContent> of(List<OutboundContent> messages) {
        return messages.stream().flatMap(message -> pages(message).stream()).toList();
    }

    private static List<OutboundContent> pages(OutboundContent message) {
        var most = room(message.options());
        if (message instanceof Templated || message instanceof Picture || message.body().length() <= most) {
            return List.of(message);
        }
        var bodies = bodies(message.body(), most);
        var pages = new ArrayList<OutboundContent>();
        bodies.subList(0, bodies.size() - 1).forEach(body -> pages.add(new Text(body)));
        pages.add(switch (message) {
            case Text _ -> new Text(bodies.getLast());
            case Buttons(_, var options) -> new Buttons(bodies.getLast(), options);
            case Choices(_, var button, var options) -> new Choices(bodies.getLast(), button, options);
            case Templated _,Picture _ -> message;
        });
        return pages;
    }

    private static int room(List<Option> options) {
        var written = options.stream().mapToInt(option -> option.title().length() + option.description().length() + NUMBERING)
                .sum();
        return options.isEmpty() ? MOST : Math.min(MOST, WITH_OPTIONS - INVITATION - written);
    }

    /** Between lines, and inside one only where it is too long by itself. */
    private static List<String> bodies(String body, int most) {
        var bodies = new ArrayList<String>();
        var rest = body.strip();
        while (rest.length() > most) {
            int end = end(rest, most);
            bodies.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        bodies.add(rest);
        return bodies;
    }

    private static int end(String text, int most) {
        int line = text.lastIndexOf('\n', most);
        if (line > 0) {
            return line;
        }
        int space = text.lastIndexOf(' ', most);
        if (space > 0) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }
}
