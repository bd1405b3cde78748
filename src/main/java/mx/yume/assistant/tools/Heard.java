package mx.yume.assistant.tools;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.conversation.InboundKind;
import mx.yume.conversation.Incoming;
import mx.yume.conversation.OutboundContent.Option;

/**
 * One message of a turn, understood: what was tapped, or what the words say. A number or a title written out is as good as a tap
 * on what was offered.
 *
 * @param reading empty for a tap, whose title is Yume's own words
 */
public record Heard(Incoming message, Optional<Tap> tap, Reading reading) {

    static final Reading NOTHING = new Reading(Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false,
            Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), false);

    private static final SpanishReader READER = new SpanishReader();

    /** @param hourWanted a time was asked for, so that a number that is no position in what was offered is an hour */
    static Heard of(Incoming message, List<Option> offered, boolean hourWanted, Lexicon lexicon) {
        if (message.kind() == InboundKind.CHOICE && message.choiceId().isPresent()) {
            return new Heard(message, message.choiceId().map(Tap::parse), NOTHING);
        }
        var reading = READER.read(message.body(), lexicon);
        var written = position(reading, offered).or(() -> titled(message.body(), offered)).map(Tap::parse);
        if (written.isPresent()) {
            return new Heard(message, written, NOTHING);
        }
        return new Heard(message, Optional.empty(), hourWanted ? bareHour(reading, lexicon) : reading);
    }

    /**
     * Whether these words agree to an errand: a plain yes, or one that says again what was asked ("sí, cancélala", "sí, a las 5").
     * Whether it is the same again is for the draft to tell: what differs changes it.
     */
    boolean yesTo(Intent errand) {
        if (!message.answersLast()) {
            return false;
        }
        if (reading.answer().filter(Answer.YES::equals).isPresent()) {
            return reading.intent().filter(intent -> intent == Intent.DROP || intent == Intent.BACK).isEmpty();
        }
        return reading.yesAndMore() && (reading.intent().filter(errand::equals).isPresent()
                || (reading.intent().isEmpty() && saysOnlyWhatIsCertain()));
    }

    private boolean saysOnlyWhatIsCertain() {
        var said = !reading.services().isEmpty() || reading.staff().isPresent() || reading.day().isPresent()
                || reading.time().isPresent();
        return said && reading.services().stream().allMatch(Mention::certain)
                && reading.staff().stream().allMatch(Mention::certain);
    }

    /** After a yes in the same burst only courtesies, questions and the same again leave it standing; "no, espera" does not. */
    boolean leavesYesStanding() {
        if (tap.isPresent() || reading.answer().filter(Answer.NO::equals).isPresent()) {
            return false;
        }
        return message.body().isBlank() || reading.intent().map(intent -> switch (intent) {
            case THANKS, GREETING, SERVICES, HOURS, ADDRESS, MY_APPOINTMENTS, HELP, ABOUT_YOU -> true;
            case BOOK, USUAL, MOVE, CANCEL, CANCEL_ALL, WAITLIST, INSULT, FOREIGN, BACK, DROP, HUMAN, OPT_OUT, OPT_IN -> false;
        }).orElseGet(this::saysOnlyWhatIsCertain);
    }

    /** What two messages of a burst say together: the later completes or corrects the earlier. */
    static Reading together(Reading earlier, Reading later) {
        return new Reading(errand(earlier.intent(), later.intent()), later.answer().or(earlier::answer),
                later.services().isEmpty() ? earlier.services() : later.services(), later.staff().or(earlier::staff),
                later.anyStaff() || (earlier.anyStaff() && later.staff().isEmpty()), later.day().or(earlier::day),
                later.time().or(earlier::time), later.choice().isPresent() ? later.choice() : earlier.choice(),
                later.name().or(earlier::name), later.bareName().or(earlier::bareName),
                later.yesAndMore(),
                later.impossible() || (earlier.impossible() && later.day().isEmpty() && later.time().isEmpty()),
                later.excluded().isEmpty() ? earlier.excluded() : later.excluded(), later.stars().or(earlier::stars));
    }

    /** A courtesy does not hide what was asked for a moment before. */
    private static Optional<Intent> errand(Optional<Intent> earlier, Optional<Intent> later) {
        var courtesy = later.filter(intent -> intent == Intent.GREETING || intent == Intent.THANKS).isPresent();
        return courtesy && earlier.isPresent() ? earlier : later.or(() -> earlier);
    }

    private static Optional<String> position(Reading reading, List<Option> offered) {
        var choice = reading.choice();
        return choice.isPresent() && choice.getAsInt() >= 1 && choice.getAsInt() <= offered.size()
                ? Optional.of(offered.get(choice.getAsInt() - 1).id())
                : Optional.empty();
    }

    /** Yes and no are left to the reader: in words they may mean more than the button. */
    private static Optional<String> titled(String text, List<Option> offered) {
        var plain = plain(text);
        return offered.stream().filter(option -> plain(option.title()).equals(plain)).map(Option::id)
                .filter(id -> !(Tap.parse(id) instanceof Tap.Yes) && !(Tap.parse(id) instanceof Tap.No)).findFirst();
    }

    private static Reading bareHour(Reading reading, Lexicon lexicon) {
        if (reading.choice().isEmpty() || reading.time().isPresent() || reading.choice().getAsInt() > 12) {
            return reading;
        }
        return together(reading, READER.read("a las " + reading.choice().getAsInt(), lexicon));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").strip().toLowerCase(Locale.ROOT);
    }
}
