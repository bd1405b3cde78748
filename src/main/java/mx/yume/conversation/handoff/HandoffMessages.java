package mx.yume.conversation.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.conversation.Incoming;
import mx.yume.conversation.Memory;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Buttons;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.platform.PhoneNumber;
import mx.yume.platform.SpanishLists;

/** What is said about a handoff, put into words. */
@ApplicationScoped
public class HandoffMessages {

    private static final int LONGEST_LINE = 300;
    /** Twilio carries 1,600 characters, and what can be tapped is written below. */
    private static final int LONGEST_NOTICE = 1400;

    private final HandoffTexts texts;

    HandoffMessages(HandoffTexts texts) {
        this.texts = texts;
    }

    /** What the customer who asked for a person is told; whichever assistant they asked. */
    public OutboundContent of(HandoffOutcome outcome) {
        return switch (outcome) {
            case HandoffOutcome.Told(var handoff, var names) -> withBack(handoff, texts.told(SpanishLists.all(names)));
            case HandoffOutcome.AlreadyTold(var handoff) -> withBack(handoff, texts.alreadyTold());
            case HandoffOutcome.AlreadyHere(var handoff, var name) -> withBack(handoff, texts.alreadyHere(name));
            case HandoffOutcome.Left _ -> new Text(texts.left());
        };
    }

    OutboundContent withBack(HandoffId handoff, String body) {
        return new Buttons(body, List.of(new Option(HandoffWords.BACK + handoff, texts.back())));
    }

    /** While they answer. */
    OutboundContent taken(Handoff handoff) {
        return new Buttons(texts.taken(handoff.customer().introduced()),
                List.of(HandoffCall.end(handoff.id(), texts.end())));
    }

    /** Who wants a person and why, and what to do; then as much of what was said last as there is room for. */
    String notice(Handoff handoff, List<Memory.Line> before, List<Incoming> now, boolean late) {
        var who = handoff.customer().introduced();
        var lines = new ArrayList<String>();
        lines.add(handoff.askedBy() == AskedBy.ASSISTANT ? texts.askedByAssistant(who) : texts.askedByCustomer(who));
        if (!handoff.reason().isBlank()) {
            lines.add(texts.reason(shortened(handoff.reason())));
        }
        lines.add(late ? texts.leftForYou() : texts.howTo());
        link(handoff).map(texts::link).ifPresent(lines::add);
        var head = String.join("\n\n", lines);
        var said = newest(said(handoff, before, now), LONGEST_NOTICE - head.length() - texts.lastSaid("").length());
        return said.isEmpty() ? head : head + "\n\n" + texts.lastSaid(String.join("\n", said));
    }

    /** What was said last matters most. */
    private static List<String> newest(List<String> said, int room) {
        var first = said.size();
        for (int left = room; first > 0 && said.get(first - 1).length() < left; first--) {
            left -= said.get(first - 1).length() + 1;
        }
        return said.subList(first, said.size());
    }

    String tooLate(Handoff handoff) {
        return texts.tooLate(handoff.customer().shown(), link(handoff).orElse(""));
    }

    private List<String> said(Handoff handoff, List<Memory.Line> before, List<Incoming> now) {
        var customer = handoff.customer().name().orElseGet(texts::customer);
        var earlier = before.stream().filter(line -> !line.text().isBlank())
                .map(line -> texts.line(line.fromCustomer() ? customer : "Yume", shortened(line.text())));
        var current = new RelayedText(texts).of(now).stream().map(text -> texts.line(customer, shortened(text)));
        return Stream.concat(earlier, current).toList();
    }

    private static String shortened(String text) {
        return RelayedText.cut(text.replaceAll("\\s*\\R\\s*", " / "), LONGEST_LINE);
    }

    /** The customer's own chat, on whichever phone it is opened. */
    private static Optional<String> link(Handoff handoff) {
        return handoff.customer().phone().map(PhoneNumber::e164).map(phone -> "https://wa.me/" + phone.substring(1));
    }
}
