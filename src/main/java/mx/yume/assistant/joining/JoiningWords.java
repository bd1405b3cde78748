package mx.yume.assistant.joining;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.guided.OpeningHours;
import mx.yume.assistant.guided.TalkTexts;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.business.Capability;
import mx.yume.business.WeeklyHours;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;

/** What somebody new is asked and shown, whoever asks. */
@ApplicationScoped
class JoiningWords {

    static final String OTHER_NAME = "joining:name";
    static final String OTHER_HOURS = "joining:hours";
    static final String UNDERSTOOD = "joining:done";

    private final JoiningTexts texts;
    private final OpeningHours hours;

    JoiningWords(JoiningTexts texts, TalkTexts talk) {
        this.texts = texts;
        this.hours = new OpeningHours(talk);
    }

    /** The question for the first thing missing; at the end, how it works. */
    OutboundContent question(StaffAsking asking, JoiningDraft draft) {
        return switch (JoiningDrafts.stage(draft, asking.member())) {
            case COLLECTING_NAME -> choice(texts.askName(asking.business().publicName(), asking.member().name()),
                    new Option(asking.yes(), texts.yesName()), new Option(OTHER_NAME, texts.otherName()));
            case COLLECTING_AVAILABILITY -> askHours(asking, draft);
            default -> choice(texts.tutorial(examples(asking)), new Option(UNDERSTOOD, texts.understood()));
        };
    }

    private OutboundContent askHours(StaffAsking asking, JoiningDraft draft) {
        if (!draft.outside().isEmpty()) {
            return choice(texts.outside(draft.outside().size()), yes(asking), no(asking));
        }
        if (!draft.week().isEmpty()) {
            return choice(texts.hoursNow(hours.of(new WeeklyHours(draft.week()))), yes(asking), no(asking));
        }
        return draft.other() ? Bodies.text(texts.askOtherHours())
                : choice(texts.askHours(hours.of(usual(asking))), new Option(asking.yes(), texts.yesHours()),
                        new Option(OTHER_HOURS, texts.otherHours()));
    }

    /** Those they have, or else the business's. */
    static WeeklyHours usual(StaffAsking asking) {
        var location = asking.business().location();
        var theirs = asking.member().hoursAt(location.id());
        return theirs.equals(WeeklyHours.NONE) ? location.hours() : theirs;
    }

    private String examples(StaffAsking asking) {
        return asking.may(Capability.RUN_THE_DAY) ? texts.exampleSchedule() + "\n" + texts.exampleDay()
                : texts.exampleSchedule();
    }

    private Option yes(StaffAsking asking) {
        return new Option(asking.yes(), texts.yes());
    }

    private Option no(StaffAsking asking) {
        return new Option(asking.no(), texts.no());
    }

    private OutboundContent choice(String body, Option... options) {
        return Bodies.choice(body, texts.see(), List.of(options));
    }
}
