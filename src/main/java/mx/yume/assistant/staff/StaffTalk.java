package mx.yume.assistant.staff;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.orders.Result;
import mx.yume.business.Capability;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;

/** What is said to staff, as messages. */
@ApplicationScoped
class StaffTalk {

    private final StaffTexts texts;

    StaffTalk(StaffTexts texts) {
        this.texts = texts;
    }

    List<OutboundContent> of(Result result) {
        return List.of(Bodies.choice(result.text(), texts.see(), result.options()));
    }

    /** An answer to what asks for no tool. */
    List<OutboundContent> unasked(StaffAsking asking) {
        if (asking.tapped().isPresent()) {
            return text(texts.staleTap());
        }
        var intent = asking.said().stream().flatMap(said -> said.reading().intent().stream()).reduce((earlier, later) -> later);
        return text(intent.map(it -> answer(asking, it))
                .orElseGet(() -> texts.misunderstood() + "\n" + texts.help(examples(asking))));
    }

    private String answer(StaffAsking asking, Intent intent) {
        return switch (intent) {
            case GREETING -> texts.greeting(asking.member().name(), asking.business().publicName(), examples(asking));
            case THANKS -> texts.thanks();
            case DROP -> texts.fine();
            default -> texts.help(examples(asking));
        };
    }

    List<OutboundContent> dropped() {
        return text(texts.dropped());
    }

    /** @param times in a row, from 1 */
    OutboundContent misunderstood(int times) {
        return Bodies.text(times > 1 ? texts.misunderstoodAgain() : texts.misunderstood());
    }

    List<OutboundContent> unreadable(InboundKind kind) {
        return text(switch (kind) {
            case AUDIO -> texts.voice();
            case IMAGE, VIDEO, DOCUMENT -> texts.picture();
            default -> texts.unreadable();
        });
    }

    /** Only of what they may do. */
    private String examples(StaffAsking asking) {
        var examples = new ArrayList<>(List.of(texts.exampleSchedule()));
        if (asking.may(Capability.RUN_THE_DAY)) {
            examples.add(texts.exampleDay());
        }
        if (asking.may(Capability.MANAGE_STAFF)) {
            examples.add(texts.exampleStaff());
        }
        if (asking.may(Capability.CHANGE_SETUP)) {
            examples.add(texts.exampleSetup());
        }
        return String.join("\n", examples);
    }

    private static List<OutboundContent> text(String body) {
        return List.of(Bodies.text(body));
    }
}
