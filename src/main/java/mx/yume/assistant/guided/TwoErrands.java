package mx.yume.assistant.guided;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.Service;

/**
 * "Cancela la del jueves y agéndame el viernes", "una cita mañana a las 5 y otra el viernes": two errands in one message. Pure.
 *
 * @param first what is done now
 * @param second what is taken up when the first has ended, as if it were said then
 */
record TwoErrands(String first, String second) {

    private static final Set<Intent> ERRANDS = Set.of(Intent.BOOK, Intent.MOVE, Intent.CANCEL);
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:[,;.]\\s*)?(?<!\\p{L})(?:y|e|luego|despu[eé]s|adem[aá]s)(?!\\p{L})"
                    + "(?:\\s+(?:luego|despu[eé]s|tambi[eé]n|adem[aá]s|ya))?\\s+|\\s*[;.]\\s+|\\s*,\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ANOTHER = Pattern.compile(
            "^(?:quiero |necesito )?otr[oa](?: citas?)?(?!\\p{L})(?! (?:hora|d[ií]a|"
                    + "horario|fecha|persona|servicio|cosa|vez))\\s*(?:m[aá]s\\s+)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Of one message, in which nothing was tapped. */
    static Optional<TwoErrands> in(ToolContext context) {
        if (context.heard().size() != 1 || context.heard().getFirst().tap().isPresent()) {
            return Optional.empty();
        }
        var body = context.heard().getFirst().message().body();
        return BETWEEN.matcher(body).results().filter(gap -> gap.start() > 0 && gap.end() < body.length())
                .flatMap(gap -> of(context, body.substring(0, gap.start()), body.substring(gap.end())).stream()).findFirst();
    }

    private static Optional<TwoErrands> of(ToolContext context, String head, String tail) {
        var before = context.read(head);
        var after = context.read(tail);
        return errand(before)
                ? second(context, before, after, tail).map(second -> new TwoErrands(named(head, before, after), second))
                : Optional.empty();
    }

    /** Whoever says their name at the end says it of both. */
    private static String named(String head, Reading before, Reading after) {
        return before.name().isPresent() ? head : head + after.name().map(name -> ", soy " + name).orElse("");
    }

    private static Optional<String> second(ToolContext context, Reading before, Reading after, String tail) {
        if (after.intent().filter(ERRANDS::contains).isPresent() && !after.intent().equals(before.intent())) {
            return Optional.of(tail);
        }
        var another = ANOTHER.matcher(tail);
        if (books(before) && another.find() && says(after)) {
            return Optional.of(booking(context, before, after, tail.substring(another.end())));
        }
        return books(before) && whole(before) && whole(after)
                && after.intent().filter(intent -> intent != Intent.BOOK).isEmpty()
                && !before.day().equals(after.day()) ? Optional.of(tail) : Optional.empty();
    }

    /** The other of two is of the same services, unless it names its own. */
    private static String booking(ToolContext context, Reading before, Reading after, String rest) {
        var services = before.services().stream().filter(Mention::certain).map(mention -> mention.candidates().getFirst())
                .flatMap(id -> context.business().service(id).stream()).map(Service::name).collect(Collectors.joining(" y "));
        return (services.isEmpty() || !after.services().isEmpty() ? "una cita" : services) + " " + rest;
    }

    private static boolean errand(Reading reading) {
        return reading.intent().filter(ERRANDS::contains).isPresent() || (reading.intent().isEmpty() && whole(reading));
    }

    private static boolean books(Reading reading) {
        return reading.intent().filter(intent -> intent != Intent.BOOK).isEmpty();
    }

    private static boolean whole(Reading reading) {
        return reading.services().stream().anyMatch(Mention::certain) && reading.day().isPresent();
    }

    private static boolean says(Reading reading) {
        return reading.day().isPresent() || reading.time().isPresent() || !reading.services().isEmpty();
    }
}
