package mx.yume.whatsapp.simulator;

import java.util.List;
import java.util.Optional;

import mx.yume.conversation.OutboundContent.Option;
import mx.yume.whatsapp.simulator.FormattedText.Span;

/**
 * One message as the phone shows it.
 *
 * @param mine written by the person who holds the phone
 * @param day a heading above it, where another day begins
 * @param tail whether it is the first of its side in a row
 * @param button opens its options as a list; empty when they are buttons below it
 * @param picture the path of a picture above the words; empty where there is none
 * @param state sent, delivered, read or failed
 */
public record Bubble(boolean mine, Optional<String> day, boolean tail, List<Span> spans, List<Option> options, String button,
        String picture,
        String state, String time) {

    public boolean list() {
        return !button.isEmpty();
    }
}
