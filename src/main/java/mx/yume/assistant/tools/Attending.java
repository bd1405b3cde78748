package mx.yume.assistant.tools;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import mx.yume.assistant.language.Answer;
import mx.yume.conversation.Incoming;

/** What words say to a reminder, when it is the last that was seen: that they will come, or that they will not. Pure. */
public final class Attending {

    private static final Pattern COMING = Pattern.compile(
            "^\\W*(?:s[ií],? )?(?:(?:ah[ií]|all[aá]) (?:estar[eé]|estaremos|estoy|nos vemos|voy|llego)|(?:s[ií] )?(?:voy|asisto|asistir[eé])"
                    + "|(?:le |les |te )?confirmo(?: mi)? (?:cita|asistencia)|(?:le |les |te )confirmo)\\P{L}*$",
            Pattern.CASE_INSENSITIVE);

    private Attending() {}

    /** @param coming false for a plain no: it says neither which other time nor that the visit is given up */
    public record Answered(Tap.Attend asked, boolean coming) {}

    /** Empty for everything else. */
    public static Optional<Answered> to(ToolContext context) {
        var turn = context.turn();
        if (turn.messages().stream().anyMatch(message -> !message.answersLast()) || context.tap().isPresent()) {
            return Optional.empty();
        }
        return turn.offered().stream().map(option -> Tap.parse(option.id()))
                .flatMap(tap -> tap instanceof Tap.Attend attend ? Stream.of(attend) : Stream.empty()).findFirst()
                .flatMap(asked -> coming(context).map(coming -> new Answered(asked, coming)));
    }

    private static Optional<Boolean> coming(ToolContext context) {
        var said = String.join(" ", context.turn().messages().stream().map(Incoming::body).toList()).strip();
        return COMING.matcher(said).find() ? Optional.of(true)
                : context.reading().answer().map(answer -> answer == Answer.YES);
    }
}
