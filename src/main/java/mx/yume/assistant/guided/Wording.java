package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowState;

/** How somebody says what of an appointment is to be different. Pure. */
final class Wording {

    /** What of an appointment can be different. */
    enum Aspect {
        TIME, SERVICE, STAFF,
        /** Not said. */
        ANY
    }

    private static final Pattern BECOMES = words("a|por|para|mejor|sea");
    private static final Pattern APPOINTMENT_FOR = words("(?:citas?|hora|reservaci[oó]n) (?:para|por)");
    private static final Pattern OF_APPOINTMENT = words("(?:a|de|en) (?:mi|la|esa) (?:citas?|visita|reservaci[oó]n)");
    private static final Pattern CHANGES = words("c[aá]mbi\\p{L}*|mu[eé]v\\p{L}*|modific\\p{L}*");
    private static final Pattern ARTICLE = Pattern.compile("^\\s*(?:un[ao]?s?|el|la|los|las)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_SERVICE = words("otro servicio|(?:cambi\\p{L}*|modific\\p{L}*) (?:el|de|mi) servicio"
            + "|otra cosa");
    private static final Pattern OTHER_STAFF = words("otra persona|con (?:alguien|otr[oa]|alguna?)(?: m[aá]s| persona)?"
            + "|(?:cambi\\p{L}*|modific\\p{L}*) de (?:persona|estilista|barber[oa]|quien atiende)|con otr[oa]");
    private static final Pattern SERVICE_ALONE = Pattern.compile("^\\W*(?:el |de )?servicio\\W*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STAFF_ALONE = Pattern.compile("^\\W*(?:la |de |con )?(?:persona|qui[eé]n)\\W*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Wording() {}

    /**
     * "Cambia mi corte a corte y barba", "por un tinte": which appointment is meant, and what it is to become.
     *
     * @param which services named of the appointment meant
     * @param becomes services it is to have; empty when none were named as such
     */
    record Services(List<ServiceId> which, List<ServiceId> becomes) {

        Services {
            which = List.copyOf(which);
            becomes = List.copyOf(becomes);
        }
    }

    /** @param wanted what was named without telling which is which */
    static Services services(ToolContext context, List<ServiceId> wanted) {
        return context.heard().stream().filter(heard -> heard.tap().isEmpty())
                .flatMap(heard -> becoming(context, heard.message().body()).stream()).findFirst()
                .orElseGet(() -> new Services(context.amendsServices() ? List.of() : wanted, List.of()));
    }

    private static Optional<Services> becoming(ToolContext context, String body) {
        var plain = APPOINTMENT_FOR.matcher(body).replaceAll(" ");
        return BECOMES.matcher(plain).results().filter(mark -> beginsWithService(context, plain.substring(mark.end())))
                .map(mark -> new Services(certain(context, plain.substring(0, mark.start())),
                        certain(context, plain.substring(mark.end()))))
                .filter(services -> !services.becomes().isEmpty()).findFirst();
    }

    private static List<ServiceId> certain(ToolContext context, String words) {
        return context.read(words).services().stream().filter(Mention::certain)
                .map(mention -> mention.candidates().getFirst()).toList();
    }

    private static boolean beginsWithService(ToolContext context, String tail) {
        var words = ARTICLE.matcher(tail).replaceFirst("").strip().split("\\s+", 2);
        return !context.read(words[0]).services().isEmpty();
    }

    /** "Agrega manicure a mi cita", "cambia el corte por barba" speak of an appointment that exists. */
    static boolean amendsAppointment(ToolContext context) {
        return (context.amendsServices() && says(context, OF_APPOINTMENT))
                || (says(context, CHANGES) && !services(context, List.of()).which().isEmpty());
    }

    /** What is to be different although it was not said how: "con otra persona". */
    static Optional<Aspect> asked(ToolContext context) {
        return context.tap().map(Wording::tapped).orElseGet(() -> said(context));
    }

    private static Optional<Aspect> tapped(Tap tap) {
        return tap instanceof Tap.Change(var what) ? Optional.of(switch (what) {
            case TIME -> Aspect.TIME;
            case SERVICE -> Aspect.SERVICE;
            case STAFF -> Aspect.STAFF;
            case ANYTHING, NAME -> Aspect.ANY;
        }) : Optional.empty();
    }

    private static Optional<Aspect> said(ToolContext context) {
        if (says(context, OTHER_SERVICE) || says(context, SERVICE_ALONE)) {
            return named(context) ? Optional.empty() : Optional.of(Aspect.SERVICE);
        }
        var person = says(context, OTHER_STAFF) || says(context, STAFF_ALONE);
        return person && context.reading().staff().isEmpty() ? Optional.of(Aspect.STAFF) : Optional.empty();
    }

    /** What was asked last, if this message does not answer it nor asks for anything else. */
    static Optional<Aspect> pending(ToolContext context, FlowState state) {
        var reading = context.reading();
        var tapped = context.tap().filter(tap -> tap instanceof Tap.OfService || tap instanceof Tap.OfStaff
                || tap instanceof Tap.AnyStaff || tap instanceof Tap.OfSlot).isPresent();
        if (tapped || named(context) || reading.staff().isPresent() || reading.anyStaff() || reading.day().isPresent()
                || reading.time().isPresent()) {
            return Optional.empty();
        }
        return switch (state) {
            case COLLECTING_NEW_SERVICE -> Optional.of(Aspect.SERVICE);
            case COLLECTING_NEW_STAFF -> Optional.of(Aspect.STAFF);
            case SELECTING_MODIFICATION -> Optional.of(Aspect.ANY);
            default -> Optional.empty();
        };
    }

    private static boolean named(ToolContext context) {
        return context.reading().services().stream().anyMatch(Mention::certain);
    }

    private static boolean says(ToolContext context, Pattern words) {
        return context.heard().stream().anyMatch(heard -> words.matcher(heard.message().body()).find());
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\p{L})(?:" + alternatives + ")(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
