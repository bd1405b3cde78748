package mx.yume.whatsapp;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;

/** How a channel without buttons and lists shows what can be chosen: numbered from 1, in the order offered. */
public final class NumberedText {

    private static final String INVITATION = "Responde con el número de tu opción.";

    private NumberedText() {}

    /**
     * The content as one text of at most {@code limit} characters. What can be chosen is always whole; a body too long for it
     * ends in an ellipsis, at a word's end when there is one near.
     *
     * @param limit more than the options need: 10 rows take up to 1,100 characters
     */
    public static String of(OutboundContent content, int limit) {
        var options = options(content);
        return abridged(content.body(), limit - options.length()) + options;
    }

    private static String options(OutboundContent content) {
        var options = content.options();
        if (options.isEmpty()) {
            return "";
        }
        return IntStream.range(0, options.size())
                .mapToObj(at -> "%d. %s".formatted(at + 1, line(options.get(at))))
                .collect(Collectors.joining("\n", "\n\n", options.size() == 1 ? "" : "\n\n" + INVITATION));
    }

    private static String line(Option option) {
        return option.description().isBlank() ? option.title() : option.title() + " · " + option.description();
    }

    private static String abridged(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - 1;
        int space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
        if (space > end - 80) {
            end = space;
        } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
