package mx.yume.assistant.returning;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.Bodies;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.AssistedTurn;
import mx.yume.conversation.CustomerTurn;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.Reply;

/**
 * Puts before an answer where things stood, for whoever comes back to what they left. Whoever has come for something else is not
 * reminded of it.
 */
@ApplicationScoped
public class Comeback {

    /** What answers a question and means nothing without it. */
    private static final Pattern BARE_ANSWER = Pattern.compile("\\W*(?:s[ií]+|no|ok|va|dale|claro|[0-9]{1,2})\\W*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Recollection recollection;
    private final ComebackTexts texts;

    Comeback(Recollection recollection, ComebackTexts texts) {
        this.recollection = recollection;
        this.texts = texts;
    }

    /** The answer, welcomed back where that is due. */
    public Uni<Reply> welcomed(AssistedTurn turn, Reply reply) {
        var left = turn.progress().abandoned();
        if (reply.messages().isEmpty()) {
            return Uni.createFrom().item(reply);
        }
        if (left.isPresent()) {
            return goesOn(turn, left.orElseThrow()) ? recollection.of(turn, left.orElseThrow()).map(said -> after(said, reply))
                    : Uni.createFrom().item(reply);
        }
        return Uni.createFrom().item(turn.progress().expired() && answers(turn) ? after(texts.expired(), reply) : reply);
    }

    private static boolean goesOn(AssistedTurn turn, Flow left) {
        var same = turn.progress().flow().filter(flow -> flow.id().equals(left.id()))
                .filter(flow -> flow.state() != FlowState.DROPPED).isPresent();
        return same && !(turn instanceof CustomerTurn customer && changesTheSubject(customer));
    }

    private static boolean changesTheSubject(CustomerTurn turn) {
        return ToolContext.of(turn).reading().intent().filter(Comeback::somethingElse).isPresent();
    }

    private static boolean somethingElse(Intent intent) {
        return switch (intent) {
            case MY_APPOINTMENTS, SERVICES, HOURS, ADDRESS, HUMAN, HELP, ABOUT_YOU, INSULT, FOREIGN, OPT_OUT, OPT_IN, THANKS ->
                true;
            case BOOK, USUAL, MOVE, CANCEL, CANCEL_ALL, WAITLIST, GREETING, BACK, DROP -> false;
        };
    }

    private static boolean answers(AssistedTurn turn) {
        return turn.messages().stream().allMatch(message -> message.kind() == InboundKind.TEXT
                && BARE_ANSWER.matcher(message.body()).matches());
    }

    private static Reply after(String sentence, Reply reply) {
        List<OutboundContent> messages = Bodies.prefixed(sentence, "\n\n", reply.messages());
        return new Reply(messages, reply.assistant());
    }
}
