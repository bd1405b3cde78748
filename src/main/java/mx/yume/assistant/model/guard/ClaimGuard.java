package mx.yume.assistant.model.guard;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.assistant.model.endpoint.ModelFailed.Reason;
import mx.yume.assistant.model.guard.Claims.Claim;
import mx.yume.assistant.model.guard.Fact.Kind;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.Part;

/**
 * Decides whether the model's words may reach a customer. What they say is booked, moved or cancelled must be what a tool did or
 * read in this turn: the same kind of thing, the same service and person, the same day and hour. Pure.
 */
public final class ClaimGuard {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private static final SpanishReader READER = new SpanishReader();

    private final Lexicon lexicon;
    private final OfferGuard offers;

    public ClaimGuard(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.offers = new OfferGuard(lexicon);
    }

    /** Why the text must not be sent, if it must not. */
    public Optional<Reason> objection(String text, List<Fact> facts) {
        if (text.length() > OutboundContent.MAX_BODY) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (Spanish.isForeign(text)) {
            return Optional.of(Reason.NOT_SPANISH);
        }
        var sayings = Sayings.in(text);
        if (!founded(sayings, facts) || !complete(sayings, facts)) {
            return Optional.of(Reason.UNFOUNDED_CLAIM);
        }
        return offers.invented(sayings, agreed(facts)) ? Optional.of(Reason.UNFOUNDED_OFFER) : Optional.empty();
    }

    private static Set<String> agreed(List<Fact> facts) {
        return facts.stream().map(Fact::appointment)
                .flatMap(it -> Stream.concat(Stream.of(it.price()), it.parts().stream().map(Part::price)))
                .map(Object::toString).collect(Collectors.toUnmodifiableSet());
    }

    private boolean founded(Sayings sayings, List<Fact> facts) {
        var claims = Claims.in(sayings);
        return claims.isEmpty() || (claims.stream().allMatch(claim -> facts.stream().anyMatch(fact -> carries(fact, claim)))
                && sayings.statements().stream().allMatch(statement -> agrees(statement, facts)));
    }

    private static boolean carries(Fact fact, Claim claim) {
        boolean stands = fact.appointment().status() != AppointmentStatus.CANCELLED;
        return switch (claim) {
            case BOOKED -> stands && fact.kind() != Kind.MOVED_FROM && fact.kind() != Kind.CANCELLED;
            case MOVED -> fact.kind() == Kind.MOVED_TO;
            case CANCELLED -> fact.kind() == Kind.CANCELLED || !stands;
            case DONE -> fact.kind().effect() || stands;
        };
    }

    /** One appointment has all that the statement names; where it names two hours (a move, a list) each has its own. */
    private boolean agrees(String statement, List<Fact> facts) {
        var details = Details.in(statement, today());
        var reading = READER.read(statement, lexicon);
        return details.hours().size() < 2
                ? facts.stream().map(Fact::appointment).anyMatch(
                        it -> fits(details, it) && fits(details, reading, it) && names(statement, it) && names(reading, it))
                : details.each().allMatch(one -> facts.stream().anyMatch(fact -> fits(one, fact.appointment())))
                        && facts.stream().anyMatch(fact -> names(statement, fact.appointment()));
    }

    /** Days and hours in words that no pattern knows: "a las cinco y cuarto", "el sábado tempranito". */
    private static boolean fits(Details details, Reading reading, Appointment appointment) {
        var day = appointment.start().toLocalDate();
        return (!details.days().isEmpty()
                || reading.day().map(said -> !day.isBefore(said.from()) && !day.isAfter(said.to())).orElse(true))
                && (!details.hours().isEmpty()
                        || reading.time().map(said -> said.includes(appointment.start().toLocalTime())).orElse(true));
    }

    private static boolean names(Reading reading, Appointment appointment) {
        return reading.services().stream().allMatch(mention -> mention.candidates().stream()
                .anyMatch(services(appointment)::contains))
                && reading.staff().map(mention -> mention.candidates().stream().anyMatch(staff(appointment)::contains))
                        .orElse(true);
    }

    private static boolean fits(Details details, Appointment appointment) {
        return details.fit(appointment.start(), appointment.end());
    }

    /** The longest name that stands there counts: "Corte y barba" is not also "Barba". */
    private boolean names(String statement, Appointment appointment) {
        var rest = OfferGuard.bare(statement);
        for (var service : byLength(lexicon.services())) {
            var name = OfferGuard.bare(service.name());
            if (rest.contains(name) && !services(appointment).contains(service.id())) {
                return false;
            }
            rest = rest.replace(name, " ");
        }
        var spoken = " " + NOT_LETTERS.matcher(rest).replaceAll(" ") + " ";
        return lexicon.staff().stream().filter(member -> spoken.contains(" con " + OfferGuard.bare(member.name()) + " "))
                .allMatch(member -> staff(appointment).contains(member.id()));
    }

    private static Set<ServiceId> services(Appointment appointment) {
        return appointment.parts().stream().map(Part::service).collect(Collectors.toSet());
    }

    private static Set<StaffId> staff(Appointment appointment) {
        return appointment.parts().stream().map(Part::staff).collect(Collectors.toSet());
    }

    private static List<Service> byLength(List<Service> services) {
        return services.stream().sorted(Comparator.comparingInt((Service service) -> service.name().length()).reversed())
                .toList();
    }

    /** After something was done the reply is the customer's notice of it: it must say when. */
    private boolean complete(Sayings sayings, List<Fact> facts) {
        return facts.stream().filter(fact -> fact.kind().effect() && fact.kind() != Kind.MOVED_FROM)
                .allMatch(fact -> said(sayings, fact.appointment()));
    }

    private boolean said(Sayings sayings, Appointment appointment) {
        var all = sayings.statements().stream().map(statement -> Details.in(statement, today())).flatMap(Details::each)
                .toList();
        return all.stream().anyMatch(one -> !one.days().isEmpty() && fits(one, appointment))
                && all.stream().anyMatch(one -> !one.hours().isEmpty() && fits(one, appointment));
    }

    private LocalDate today() {
        return lexicon.now().toLocalDate();
    }
}
