package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.tools.Attending;
import mx.yume.assistant.tools.Tap;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.Incoming;

/**
 * Words that answer what a notice offered: a reminder, a freed time, how a visit was, whether they came, somebody to talk to. Empty when they
 * say something else. Pure.
 */
final class Answering {

    private static final Pattern CAME = Pattern.compile(
            "\\b(?:s[ií] (?:fui|vine|asist[ií]|llegu[eé]|estuve)|claro que (?:fui|vine))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SOMEBODY = Pattern.compile("hablar con|persona|humano|gerente|encargad",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VISIT = Pattern.compile("\\bcitas?\\b|agend|reserv", Pattern.CASE_INSENSITIVE);
    private static final Set<Intent> ERRANDS = Set.of(Intent.MOVE, Intent.CANCEL, Intent.CANCEL_ALL, Intent.WAITLIST,
            Intent.MY_APPOINTMENTS, Intent.OPT_OUT, Intent.OPT_IN, Intent.USUAL);

    private final Situation it;
    private final Reading reading;
    private final List<Tap> offered;

    private Answering(Situation situation) {
        this.it = situation;
        this.reading = situation.context().reading();
        this.offered = situation.context().turn().messages().stream().allMatch(Incoming::answersLast)
                ? situation.context().turn().offered().stream().map(option -> Tap.parse(option.id())).toList()
                : List.of();
    }

    static Optional<Step> of(Situation situation) {
        var answering = new Answering(situation);
        return answering.reminder().or(answering::freedTime).or(answering::missedVisit).or(answering::somebody)
                .or(answering::rating);
    }

    /** A no alone may mean another time or none: what can be done is shown. */
    private Optional<Step> reminder() {
        return Attending.to(it.context()).map(answer -> answer.coming()
                ? new Step.Attend(answer.asked().visit(), answer.asked().start())
                : new Step.TellAppointment(answer.asked().visit()));
    }

    private Optional<Step> freedTime() {
        return offered(Tap.Accept.class).findFirst()
                .flatMap(accept -> answer().map(answer -> new Step.AnswerOffer(accept.offer(), answer == Answer.YES)));
    }

    private Optional<Step> missedVisit() {
        var missed = offered(Tap.Dispute.class).findFirst();
        if (missed.isPresent() && says(CAME)) {
            return missed.map(tap -> new Step.Dispute(tap.visit()));
        }
        var again = offered(Tap.OfService.class).findFirst();
        return missed.isPresent() && again.isPresent() && answer().filter(Answer.YES::equals).isPresent()
                ? again.map(tap -> new Step.Book(it.anew().wish(it.anew().wish().service(tap.service(), it.context().zone()))))
                : Optional.empty();
    }

    private Optional<Step> somebody() {
        return offered.contains(new Tap.OfMenu(Tap.Menu.HUMAN)) && offered.contains(new Tap.OfMenu(Tap.Menu.STAY))
                ? answer().map(answer -> answer == Answer.YES ? new Step.HandOff() : TapDecision.stay(it))
                : Optional.empty();
    }

    private Optional<Step> rating() {
        if (it.during(FlowKind.RATING)) {
            return request() ? Optional.empty()
                    : Optional.of(it.state() == FlowState.COLLECTING_FEEDBACK ? comment() : stars());
        }
        var visit = offered(Tap.Rate.class).map(Tap.Rate::visit).findFirst();
        if (reading.stars().isPresent() && (visit.isPresent() || it.idle())) {
            return Optional.of(new Step.Rate(visit, OptionalInt.of(reading.stars().get())));
        }
        return visit.isPresent() && it.idle() && praise() ? Optional.of(new Step.Rate(visit, OptionalInt.empty()))
                : Optional.empty();
    }

    /** Something is said that asks for nothing. */
    private boolean praise() {
        return reading.intent().filter(intent -> intent != Intent.THANKS).isEmpty() && reading.day().isEmpty()
                && reading.time().isEmpty() && reading.name().isEmpty() && !leaves();
    }

    private Step stars() {
        var visit = it.before().appointment();
        if (reading.stars().isPresent()) {
            return new Step.Rate(visit, OptionalInt.of(reading.stars().get()));
        }
        if (reading.choice().isPresent() && reading.choice().getAsInt() <= 5) {
            return new Step.Rate(visit, reading.choice());
        }
        return leaves() ? new Step.Drop() : new Step.Misunderstood(it.before().misunderstandings() + 1);
    }

    private Step comment() {
        var thanksAlone = reading.intent().filter(Intent.THANKS::equals).isPresent() && words().split("\\s+").length < 4;
        return new Step.Comment(leaves() || thanksAlone || answer().isPresent() ? Optional.empty() : Optional.of(words()));
    }

    private boolean leaves() {
        return reading.intent().filter(intent -> intent == Intent.DROP || intent == Intent.BACK).isPresent()
                || reading.answer().filter(Answer.NO::equals).isPresent();
    }

    /** What asks for something else: a word about a visit names services and hours too. */
    private boolean request() {
        return reading.intent().map(intent -> ERRANDS.contains(intent) || (intent == Intent.HUMAN && says(SOMEBODY))
                || ((intent == Intent.BOOK || asks(intent)) && (says(VISIT) || words().contains("?")))
                || (intent == Intent.BOOK && (reading.day().isPresent() || reading.time().isPresent()))).orElse(false);
    }

    private static boolean asks(Intent intent) {
        return intent == Intent.HOURS || intent == Intent.ADDRESS || intent == Intent.SERVICES || intent == Intent.HELP;
    }

    private Optional<Answer> answer() {
        return reading.answer().or(() -> reading.yesAndMore() && reading.intent().isEmpty() ? Optional.of(Answer.YES)
                : Optional.empty());
    }

    private boolean says(Pattern pattern) {
        return pattern.matcher(words()).find();
    }

    private String words() {
        return String.join(" ", it.context().turn().messages().stream().map(Incoming::body).toList()).strip();
    }

    private <T extends Tap> Stream<T> offered(Class<T> type) {
        return offered.stream().filter(type::isInstance).map(type::cast);
    }
}
