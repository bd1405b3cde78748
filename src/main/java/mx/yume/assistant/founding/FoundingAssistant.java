package mx.yume.assistant.founding;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.FounderTurn;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;

/** The guided assistant of founders. */
@ApplicationScoped
public class FoundingAssistant {

    private final FoundingTexts texts;

    FoundingAssistant(FoundingTexts texts) {
        this.texts = texts;
    }

    public Uni<Reply> answer(FounderTurn turn) {
        turn.progress().trace("reading", "founder", 0);
        return Uni.createFrom().item(new Reply(List.of(new Text(texts.notYet())), "guided"));
    }
}
