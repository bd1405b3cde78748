package mx.yume.assistant.joining;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.Reply;
import mx.yume.conversation.StaffTurn;

/** The guided assistant of staff who are not onboarded yet. */
@ApplicationScoped
public class JoiningAssistant {

    private final JoiningTexts texts;

    JoiningAssistant(JoiningTexts texts) {
        this.texts = texts;
    }

    public Uni<Reply> answer(StaffTurn turn) {
        turn.progress().trace("reading", "joining", 0);
        return Uni.createFrom().item(new Reply(List.of(new Text(texts.notYet(turn.business().publicName()))), "guided"));
    }
}
