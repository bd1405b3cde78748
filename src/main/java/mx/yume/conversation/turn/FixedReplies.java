package mx.yume.conversation.turn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.business.Business;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Text;
import mx.yume.conversation.turn.TurnEnd.Outcome;

/** The answers that are the same for everybody in the same case. */
@ApplicationScoped
class FixedReplies {

    static final String ASSISTANT = "fixed";

    private final FixedTexts texts;

    FixedReplies(FixedTexts texts) {
        this.texts = texts;
    }

    /** Each business with its number and a link that opens the chat. */
    Outcome redirect(OpenTurn turn, List<Registration> businesses) {
        var lines = businesses.stream()
                .map(business -> "• " + business.businessName()
                        + business.number().map(number -> ": " + number + "\n  https://wa.me/" + number.substring(1))
                                .orElse(""))
                .collect(Collectors.joining("\n"));
        return answer(turn, "2b redirect", texts.redirect() + "\n" + lines);
    }

    /** One a day, in the business's calendar. */
    Outcome suspended(OpenTurn turn, Business business) {
        var day = turn.startedAt().atZone(business.location().zone()).toLocalDate();
        return new Outcome("5 suspended", ASSISTANT, text(texts.suspended(business.publicName())),
                "suspended:" + turn.key().conversation() + ":" + day, false);
    }

    /** Once in ten minutes. */
    Outcome overRate(OpenTurn turn) {
        return new Outcome("over the rate limit", ASSISTANT, text(texts.overRate()),
                "rate:" + turn.key().conversation() + ":" + turn.startedAt().getEpochSecond() / 600, false);
    }

    Outcome apology(OpenTurn turn, Optional<String> route) {
        return new Outcome(route.orElse("unknown"), ASSISTANT, text(texts.apology()), purpose(turn), true);
    }

    private static Outcome answer(OpenTurn turn, String route, String text) {
        return new Outcome(route, ASSISTANT, text(text), purpose(turn), false);
    }

    /** One reply per turn, whoever writes it and however often it is tried. */
    static String purpose(OpenTurn turn) {
        return "reply:" + turn.key().turn();
    }

    private static List<OutboundContent> text(String body) {
        return List.of(new Text(body));
    }
}
