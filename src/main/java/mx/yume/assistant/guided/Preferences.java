package mx.yume.assistant.guided;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.tools.PersonTools;
import mx.yume.assistant.tools.ToolContext;

/** What a person allows: to be written to unasked, and that other businesses know the name. */
@ApplicationScoped
class Preferences {

    private final PersonTools tools;
    private final TalkTexts texts;

    Preferences(PersonTools tools, TalkTexts texts) {
        this.tools = tools;
        this.texts = texts;
    }

    /** Empty when it was so before: machines that answer machines come to an end. */
    Uni<Optional<String>> allow(ToolContext context, Step.Permission what, boolean allowed) {
        return switch (what) {
            case NOTICES -> context.turn().person().optedOut() != allowed ? Uni.createFrom().item(unchanged(allowed))
                    : tools.optOut(context, !allowed, said(what, allowed)).map(Optional::of);
            case NAME -> tools.shareName(context, allowed, said(what, allowed)).map(Optional::of);
        };
    }

    private Optional<String> unchanged(boolean allowed) {
        return allowed ? Optional.of(texts.optIn()) : Optional.empty();
    }

    private String said(Step.Permission what, boolean allowed) {
        return switch (what) {
            case NOTICES -> allowed ? texts.optIn() : texts.optOut();
            case NAME -> allowed ? texts.nameShared() : texts.nameNotShared();
        };
    }
}
