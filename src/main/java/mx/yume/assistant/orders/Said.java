package mx.yume.assistant.orders;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent.Option;

/**
 * One message of a turn, understood.
 *
 * @param tapped the id of the option that was tapped, or chosen by its number or its title
 * @param reading what the words say; of no interest where something was tapped
 */
public record Said(Incoming message, Optional<String> tapped, Reading reading) {

    private static final SpanishReader READER = new SpanishReader();
    private static final Pattern SOMETHING_ELSE = Pattern.compile(
            "\\d|(?<!\\p{L})(?:pero|mejor|no|nomás|nada más|menos|aunque)(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    public static Said of(Incoming message, List<Option> offered, Lexicon lexicon) {
        var reading = READER.read(message.body(), lexicon);
        if (message.kind() == InboundKind.CHOICE && message.choiceId().isPresent()) {
            return new Said(message, message.choiceId(), reading);
        }
        var known = message.answersLast() ? offered : List.<Option>of();
        return new Said(message, numbered(reading, known).or(() -> titled(message.body(), known)), reading);
    }

    /** The words as they were written. */
    public String words() {
        return tapped.isPresent() ? "" : message.body();
    }

    /** Whether this agrees to what that turn showed: by its button, or by a yes that says nothing of its own. */
    public boolean agreesTo(UUID shownIn) {
        return tapped.map(id -> id.equals("yes:" + shownIn)).orElseGet(this::plainYes);
    }

    /** "Sí, bloquéalo" says the same again; "sí, pero a las 5" does not. */
    private boolean plainYes() {
        if (!message.answersLast()) {
            return false;
        }
        return reading.answer().filter(Answer.YES::equals).isPresent() || (reading.yesAndMore() && reading.services().isEmpty()
                && reading.staff().isEmpty() && reading.day().isEmpty() && reading.time().isEmpty()
                && !SOMETHING_ELSE.matcher(message.body()).find());
    }

    private static Optional<String> numbered(Reading reading, List<Option> offered) {
        var choice = reading.choice();
        return choice.isPresent() && choice.getAsInt() >= 1 && choice.getAsInt() <= offered.size()
                ? Optional.of(offered.get(choice.getAsInt() - 1).id())
                : Optional.empty();
    }

    /** Yes and no are left to the reader: in words they may mean more than the button. */
    private static Optional<String> titled(String text, List<Option> offered) {
        var plain = plain(text);
        return offered.stream().filter(option -> plain(option.title()).equals(plain)).map(Option::id)
                .filter(id -> !id.startsWith("yes") && !id.equals("no")).findFirst();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").strip().toLowerCase(Locale.ROOT);
    }
}
