package mx.yume.assistant.tools;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import mx.yume.assistant.language.Answer;
import mx.yume.assistant.language.Intent;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.Reading;
import mx.yume.assistant.language.TimeReading;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowState;

/** Puts what is certain in a turn's messages into the draft. Pure; the same turn twice changes nothing more. */
public final class Filling {

    private static final Pattern FOR_SOMEBODY_ELSE = Pattern.compile("\\b(?:para|de) mi (?:hij[oa]|niñ[oa]|mam[aá]|pap[aá]"
            + "|espos[oa]|marido|novi[oa]|herman[oa]|prim[oa]|t[ií][oa]|sobrin[oa]|abuel[oa]|amig[oa]|suegr[oa]|jef[ea]"
            + "|cuñad[oa]|niet[oa]|pareja|bebé|chav[oa])\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern COURTESY = Pattern
            .compile("[\\s,.;]*(?<!\\p{L})(?:(?:muchas |mil )?gracias|por ?fa(?:vor|s)?|porfis)"
                    + "(?!\\p{L})[\\s,.;!]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<Intent> WEAK = Set.of(Intent.THANKS, Intent.GREETING, Intent.HELP, Intent.BOOK, Intent.OPT_IN);

    private final ToolContext context;
    private final FlowState state;

    private Filling(ToolContext context, FlowState state) {
        this.context = context;
        this.state = state;
    }

    /**
     * The draft with what these messages say for certain.
     *
     * @param state what was being asked, which tells how a bare name or a bare yes is meant
     */
    public static Draft fill(Draft draft, ToolContext context, FlowState state) {
        var filling = new Filling(context, state);
        var filled = draft;
        for (var heard : context.heard()) {
            filled = heard.tap().isPresent() ? filling.tapped(filled, heard.tap().get())
                    : filling.said(filled, heard);
        }
        return filled;
    }

    private Draft tapped(Draft draft, Tap tap) {
        var wish = draft.wish();
        return switch (tap) {
            case Tap.OfService(var service) ->
                context.business().service(service).isPresent() ? draft.wish(tapped(wish, service)) : draft;
            case Tap.OfSlot(var start) -> draft.wish(wish.start(start.atZone(context.zone()).toInstant(), context.zone()));
            case Tap.OfStaff(var staff) ->
                context.business().staffMember(staff).isPresent() ? draft.wish(settled(wish, staff)) : draft;
            case Tap.AnyStaff() -> draft.wish(wish.anyone());
            case Tap.OfAppointment(var appointment) -> draft.appointment(appointment);
            case Tap.Move(var appointment) -> draft.appointment(appointment);
            case Tap.Cancel(var appointment) -> draft.appointment(appointment);
            case Tap.Change(var what) -> changed(draft, what);
            case Tap.OfName(var name) -> draft.wish(wish.name(name));
            case Tap.OfMenu _,Tap.Usual _,Tap.Yes _,Tap.No _,Tap.Rate _,Tap.Attend _,Tap.Dispute _,Tap.Wait _,Tap.Leave _,Tap.Accept _,Tap.Decline _,Tap.Unknown _ ->
                draft;
        };
    }

    /** In answer to "which", beside those that are certain already. */
    private Wish tapped(Wish wish, ServiceId service) {
        var beside = state == FlowState.COLLECTING_SERVICE ? wish.services().stream() : Stream.<ServiceId>empty();
        return wish.services(Stream.concat(beside, Stream.of(service)).distinct().toList(), context.zone());
    }

    private Draft changed(Draft draft, Tap.What what) {
        var wish = draft.wish();
        return switch (what) {
            case ANYTHING -> draft.nothingShown();
            case TIME -> draft.wish(wish.another(false, context.zone()));
            case SERVICE -> draft.appointment().isPresent() ? draft.nothingShown()
                    : draft.wish(wish.withoutServices().reopened(context.zone()));
            case STAFF -> draft.wish(wish.withoutStaff());
            case NAME -> draft.wish(renamed(wish));
        };
    }

    /** Whoever is tapped in answer to "who with" was free at the start chosen, when it was offered. */
    private Wish settled(Wish wish, StaffId staff) {
        return state == FlowState.COLLECTING_STAFF_PREFERENCE ? wish.settledStaff(staff) : wish.staff(staff, context.zone());
    }

    /** The draft with the name to be asked for anew. */
    public static Draft otherName(Draft draft, ToolContext context) {
        return draft.wish(new Filling(context, FlowState.INITIATED).renamed(draft.wish()));
    }

    /** Whoever is known by a name is asked for it all the same: the one they have is not the one they want. */
    private Wish renamed(Wish wish) {
        return context.turn().person().name().isPresent() ? wish.withoutName().forSomebodyElse() : wish.withoutName();
    }

    private Draft said(Draft before, Heard heard) {
        return before.wish(said(before.wish(), heard));
    }

    private Wish said(Wish before, Heard heard) {
        var reading = heard.reading();
        var asked = state == FlowState.COLLECTING_PERSONAL_INFO ? askedName(heard).or(() -> agreedName(reading))
                : Optional.<String>empty();
        if (asked.isPresent()) {
            return before.name(asked.get());
        }
        var wish = FOR_SOMEBODY_ELSE.matcher(heard.message().body()).find() ? before.forSomebodyElse() : before;
        wish = asksAboutServices(reading) ? wish : services(wish, heard);
        wish = staff(wish, reading);
        wish = asksAboutHours(reading) ? wish : when(wish.except(reading.excluded(), context.zone()), reading);
        return reading.name().map(wish::name).orElse(wish);
    }

    /** "¿Eres Paty?", "sí". */
    private Optional<String> agreedName(Reading reading) {
        return reading.answer().filter(Answer.YES::equals).flatMap(_ -> context.turn().offered().stream()
                .flatMap(option -> Tap.parse(option.id()) instanceof Tap.OfName(var name) ? Stream.of(name) : Stream.empty())
                .findFirst());
    }

    /** Where a name was asked for it wins over a courtesy beside it: "Raúl Pérez, gracias". */
    private Optional<String> askedName(Heard heard) {
        var reading = heard.reading();
        if (reading.intent().filter(intent -> !WEAK.contains(intent)).isPresent()) {
            return Optional.empty();
        }
        var plain = COURTESY.matcher(heard.message().body()).replaceAll("").strip();
        return reading.bareName().or(() -> reading.name().isPresent() || plain.equals(heard.message().body().strip())
                ? Optional.empty()
                : context.read(plain).bareName());
    }

    private Wish services(Wish wish, Heard heard) {
        return wish.services(Selection.after(wish.services(), heard, state == FlowState.COLLECTING_SERVICE, context::read),
                context.zone());
    }

    private Wish staff(Wish wish, Reading reading) {
        var named = reading.staff().filter(Mention::certain).map(mention -> mention.candidates().getFirst());
        return named.map(staff -> wish.staff(staff, context.zone())).orElse(reading.anyStaff() ? wish.anyone() : wish);
    }

    /** Nothing of an older day stands in the place of one that does not exist. */
    private Wish when(Wish wish, Reading reading) {
        if (reading.impossible()) {
            return wish.another(false, context.zone()).when(reading.day(), reading.time(), context.zone());
        }
        return amongOffered(wish, reading).map(start -> wish.start(start, context.zone()))
                .orElseGet(() -> (elsewhen(wish, reading) ? wish.anyDay() : wish).when(reading.day(), reading.time(),
                        context.zone()));
    }

    /** The day wanted was full and others were offered: an hour alone is meant on one of those. */
    private boolean elsewhen(Wish wish, Reading reading) {
        var offered = context.offeredStarts();
        return choosing() && reading.day().isEmpty() && reading.time().isPresent() && !offered.isEmpty()
                && wish.day().filter(day -> offered.stream().map(start -> start.atZone(context.zone()).toLocalDate())
                        .noneMatch(date -> !date.isBefore(day.from()) && !date.isAfter(day.to()))).isPresent();
    }

    private boolean choosing() {
        return state == FlowState.COLLECTING_DATETIME || state == FlowState.COLLECTING_NEW_DATETIME;
    }

    /** "El de las 5", or a yes to the only one, means what was just offered. */
    private Optional<Instant> amongOffered(Wish wish, Reading reading) {
        if (!choosing() || wish.start().isPresent()) {
            return Optional.empty();
        }
        var meant = meant(reading);
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    private List<Instant> meant(Reading reading) {
        var offered = context.offeredStarts();
        if (reading.day().isEmpty() && reading.time().isEmpty()) {
            return reading.answer().filter(Answer.YES::equals).isPresent() ? offered : List.of();
        }
        return reading.time().filter(TimeReading::exact).map(time -> offered.stream().filter(start -> {
            var local = start.atZone(context.zone());
            return local.toLocalTime().equals(time.from()) && reading.day().map(day -> !local.toLocalDate().isBefore(day.from())
                    && !local.toLocalDate().isAfter(day.to())).orElse(true);
        }).toList()).orElse(List.of());
    }

    private static boolean asksAboutServices(Reading reading) {
        return reading.intent().filter(intent -> intent == Intent.SERVICES || intent == Intent.MY_APPOINTMENTS).isPresent()
                && reading.day().isEmpty() && reading.time().isEmpty();
    }

    private static boolean asksAboutHours(Reading reading) {
        return reading.intent().filter(intent -> intent == Intent.HOURS || intent == Intent.MY_APPOINTMENTS).isPresent()
                && reading.services().isEmpty();
    }
}
