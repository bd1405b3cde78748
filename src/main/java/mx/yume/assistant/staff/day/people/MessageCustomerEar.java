package mx.yume.assistant.staff.day.people;

import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.orders.Plain;
import mx.yume.assistant.orders.Said;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.StaffEar;
import mx.yume.assistant.staff.Taps;
import mx.yume.assistant.staff.day.Somebody;
import mx.yume.assistant.staff.day.Which;
import mx.yume.assistant.staff.day.WhichWords;
import mx.yume.conversation.FlowState;

/** "Dile a Paty que llegue 10 minutos antes", "mándale un mensaje a la de las 4: ya estamos listos". */
@ApplicationScoped
class MessageCustomerEar implements StaffEar<MessageOrder> {

    private static final Pattern SAY = Pattern
            .compile("\\b(?:dile|digale|diganle|avisale|avisenle|mandale|manda|envia|enviale|escribele|escribe"
                    + "|recuerdale|preguntale|comentale)\\b(?=.*\\b(?:a|al|para)\\b)|\\bmensaje (?:a|al|para)\\b|\\bmandar (?:un )?(?:mensaje|recado)\\b");
    private static final String VERB = "(?:dile|d[ií]gale|av[ií]sale|m[aá]nda(?:le)?|env[ií]a(?:le)?|escr[ií]be(?:le)?|recu[eé]rdale|preg[uú]ntale"
            + "|com[eé]ntale|mandar)?(?:\\s*(?:un|el))?(?:\\s*(?:mensaje|recado|whats(?:app)?))?";
    private static final Pattern WHOLE = Pattern
            .compile("(?ius)\\b" + VERB + "\\s+(?<who>(?:al?|para)\\s+.+?)(?:\\s*[:]\\s*|\\s*,\\s*(?=que\\b|si\\b)"
                    + "|\\s+(?=(?:que|si)\\s)|\\s+(?:diciendo(?:le)?|con el texto)\\s+)(?<text>.+)$");
    private static final Pattern WHO = Pattern.compile("(?iu)\\b(?:al?|para)\\s+.+$");
    private static final Pattern ANEW = Pattern
            .compile("(?ius)^(?:no,?\\s+)?(?:mejor\\s+)?(?:dile|ponle|que diga)\\s*:?\\s+(?<text>.+)$");
    private static final Pattern OTHERWISE = Pattern.compile("\\b(?:link|liga|enlace|panel|dashboard|invitacion)\\b");

    private final MessageCustomer tool;

    MessageCustomerEar(MessageCustomer tool) {
        this.tool = tool;
    }

    @Override
    public MessageCustomer tool() {
        return tool;
    }

    @Override
    public int hears(StaffAsking asking) {
        if (Taps.of(asking.tapped(), MessageCustomer.NAME)) {
            return 3;
        }
        var words = Plain.of(asking.words());
        return SAY.matcher(words).find() && !OTHERWISE.matcher(words).find() ? 3 : 0;
    }

    @Override
    public MessageOrder fill(StaffAsking asking, Optional<MessageOrder> before, FlowState asked) {
        var order = before.orElse(MessageOrder.NOTHING);
        for (var said : asking.said()) {
            order = said.tapped().isPresent()
                    ? Taps.uuid(said.tapped(), MessageCustomer.NAME, Clientele.CUSTOMER).map(order::chosen).orElse(order)
                    : words(asking, order, said, asked);
        }
        return order;
    }

    private static MessageOrder words(StaffAsking asking, MessageOrder order, Said said, FlowState asked) {
        var text = said.words().strip();
        if (asked == FlowState.COLLECTING_TEXT && !text.isEmpty()) {
            return order.saying(Optional.of(text));
        }
        if (asked == FlowState.COLLECTING_CUSTOMER) {
            var read = WhichWords.read(text, asking.lexicon());
            return order.to(read.vague() ? named(Somebody.answered(text, asking.lexicon())) : read);
        }
        if (said.reading().answer().isPresent()) {
            return order;
        }
        var anew = ANEW.matcher(text);
        var another = SAY.matcher(Plain.of(text)).find() && WHOLE.matcher(text).find();
        if (asked == FlowState.CONFIRMING && !another) {
            return anew.find() ? order.saying(Optional.of(anew.group("text").strip())) : order;
        }
        var whole = WHOLE.matcher(text);
        if (whole.find()) {
            return order.to(WhichWords.read(whole.group("who"), asking.lexicon()))
                    .saying(Optional.of(whole.group("text").strip()));
        }
        var who = WHO.matcher(text);
        return who.find() ? order.to(WhichWords.read(who.group(), asking.lexicon())) : order;
    }

    private static Which named(Optional<String> name) {
        return new Which(Optional.empty(), Optional.empty(), name, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
