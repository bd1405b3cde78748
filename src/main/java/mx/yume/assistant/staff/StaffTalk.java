package mx.yume.assistant.staff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.orders.Result;
import mx.yume.business.Capability;
import mx.yume.business.Permission;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;

/** What is said to staff, as messages. */
@ApplicationScoped
class StaffTalk {

    private static final String ENTRY = "do:";

    private final StaffTexts texts;

    StaffTalk(StaffTexts texts) {
        this.texts = texts;
    }

    List<OutboundContent> of(Result result) {
        return List.of(Bodies.choice(result.text(), texts.see(), result.options()));
    }

    /** The tool that an entry of the list of things to choose from stands for. */
    static Optional<String> tool(String tapped) {
        return tapped.startsWith(ENTRY) ? Optional.of(tapped.substring(ENTRY.length())) : Optional.empty();
    }

    /** An answer to what asks for no tool and is understood all the same. */
    Optional<List<OutboundContent>> courtesy(StaffAsking asking) {
        if (asking.tapped().isPresent()) {
            return Optional.of(text(texts.staleTap()));
        }
        return asking.said().stream().flatMap(said -> said.reading().intent().stream()).reduce((earlier, later) -> later)
                .flatMap(intent -> answer(asking, intent)).map(StaffTalk::text);
    }

    /**
     * @param times in a row, from 1
     * @param tools those there are to choose from, by name
     */
    List<OutboundContent> misunderstood(StaffAsking asking, int times, Set<String> tools) {
        if (times < 2) {
            return text(texts.misunderstood() + "\n" + texts.help(examples(asking)));
        }
        var words = times == 2 ? texts.misunderstoodAgain() : texts.misunderstoodAgain() + " " + help(asking);
        return List.of(Bodies.choice(words, texts.see(), entries().entrySet().stream()
                .filter(entry -> tools.contains(entry.getKey())).limit(Bodies.ROWS)
                .map(entry -> new Option(ENTRY + entry.getKey(), entry.getValue())).toList()));
    }

    /** What is asked for most comes first. */
    private Map<String, String> entries() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("my_schedule", texts.entrySchedule());
        entries.put("business_schedule", texts.entryEverybody());
        entries.put("block_time", texts.entryBlock());
        entries.put("book_walk_in", texts.entryWalkIn());
        entries.put("business_stats", texts.entryStats());
        entries.put("update_service", texts.entryPrice());
        entries.put("set_business_hours", texts.entryHours());
        entries.put("add_service", texts.entryService());
        entries.put("add_staff_member", texts.entryStaff());
        entries.put("notice_preferences", texts.entryNotices());
        return entries;
    }

    /** Whoever owns the business knows how it is run; they themselves can leave it. */
    private String help(StaffAsking asking) {
        return asking.business().staff().stream().filter(member -> member.permission() == Permission.OWNER)
                .filter(owner -> !owner.id().equals(asking.member().id())).findFirst()
                .map(owner -> texts.askOwner(owner.name()))
                .orElseGet(texts::leaveIt);
    }

    private Optional<String> answer(StaffAsking asking, Intent intent) {
        return switch (intent) {
            case GREETING ->
                Optional.of(texts.greeting(asking.member().name(), asking.business().publicName(), examples(asking)));
            case THANKS -> Optional.of(texts.thanks());
            case DROP -> Optional.of(texts.fine());
            case HELP, ABOUT_YOU -> Optional.of(texts.help(examples(asking)));
            case INSULT -> Optional.of(texts.insult());
            default -> Optional.empty();
        };
    }

    List<OutboundContent> dropped() {
        return text(texts.dropped());
    }

    /** @param times in a row, from 1 */
    OutboundContent misunderstood(StaffAsking asking, int times) {
        return Bodies.text(times < 2 ? texts.misunderstood()
                : times == 2 ? texts.misunderstoodAgain() : texts.misunderstoodAgain() + " " + help(asking));
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
