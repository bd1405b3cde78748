package mx.yume.assistant.model.toolbox;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.smallrye.mutiny.Uni;
import mx.yume.assistant.guided.GuidedAssistant;
import mx.yume.assistant.model.guard.Fact;
import mx.yume.assistant.model.guard.Fact.Kind;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.assistant.model.toolbox.Arguments.Moment;
import mx.yume.assistant.model.toolbox.ToolOutcome.Told;
import mx.yume.assistant.tools.Booking;
import mx.yume.assistant.tools.Cancelling;
import mx.yume.assistant.tools.CustomerTools;
import mx.yume.assistant.tools.FreeTimes;
import mx.yume.assistant.tools.Moving;
import mx.yume.assistant.tools.NameUpdate;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.StaffMember;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;

/** The customer's tools for one turn, between the JSON of the model and the tools that both assistants share. */
public final class CustomerToolbox implements Toolbox {

    /** More would only cost tokens; those shown are spread over what is free. */
    private static final int MOST_SLOTS = 40;

    private static final List<ToolSpecification> SPECIFICATIONS = ToolSpecifications.customer();

    private final CustomerTools tools;
    private final AroundVisits around;
    private final GuidedAssistant guided;
    private final ToolContext context;
    private final List<ZonedDateTime> offered;
    private final int before;

    /** @param keyed the starts that are known under keys already, S1 first */
    public CustomerToolbox(CustomerTools tools, AroundVisits around, GuidedAssistant guided, ToolContext context,
            List<ZonedDateTime> keyed) {
        this.tools = tools;
        this.around = around;
        this.guided = guided;
        this.context = context;
        this.offered = new ArrayList<>(keyed);
        this.before = keyed.size();
    }

    /** The starts that were offered in this turn, which keep their order as keys of the next one; empty when there were none. */
    public List<ZonedDateTime> offeredNow() {
        return List.copyOf(offered.subList(before, offered.size()));
    }

    @Override
    public List<ToolSpecification> offered() {
        return SPECIFICATIONS;
    }

    @Override
    public Uni<ToolOutcome> call(String name, ObjectNode written) {
        var arguments = new Arguments(written, context, offered);
        return Uni.createFrom().deferred(() -> switch (name) {
            case ToolSpecifications.LIST_SERVICES -> told(Briefing.services(tools.listServices(context)));
            case ToolSpecifications.BUSINESS_INFO -> told(Briefing.info(tools.businessInfo(context)));
            case ToolSpecifications.CHECK_AVAILABILITY -> checkAvailability(arguments);
            case ToolSpecifications.BOOK_APPOINTMENT -> book(arguments);
            case ToolSpecifications.MY_APPOINTMENTS -> tools.myAppointments(context).map(CustomerToolbox::listed);
            case ToolSpecifications.RESCHEDULE_APPOINTMENT -> reschedule(arguments);
            case ToolSpecifications.CANCEL_APPOINTMENT -> cancel(arguments);
            case ToolSpecifications.RATE_VISIT -> around.rate(context, arguments);
            case ToolSpecifications.JOIN_WAITLIST -> around.await(context, arguments);
            case ToolSpecifications.HANDOFF_TO_HUMAN -> around.person(context, arguments);
            case ToolSpecifications.UPDATE_MY_INFO ->
                tools.updateMyInfo(context, arguments.required("name")).map(this::renamed);
            default -> throw new IllegalArgumentException("Not offered: " + name);
        }).onFailure(Unclear.class).recoverWithItem(Unclear::outcome);
    }

    private Uni<ToolOutcome> checkAvailability(Arguments arguments) {
        var services = arguments.services();
        var staff = arguments.staff().map(StaffMember::id);
        var from = arguments.moment("from");
        var to = arguments.moment("to");
        return tools.checkAvailability(context, services, from.day(), to.day(), staff).map(found -> switch (found) {
            case FreeTimes.Free(_, var slots) -> free(slots, from, to);
            case FreeTimes.Full(_, var nearest) -> nearest.isEmpty() ? new Told("No hay nada libre en esos días ni cerca.")
                    : new Told("No hay nada libre en esos días. Lo más cercano:\n" + offer(nearest));
            case FreeTimes.BeyondHorizon(var last) -> refused(new Refusal.BeyondHorizon(last));
            case FreeTimes.UnknownService() -> refused(new Refusal.UnknownService());
            case FreeTimes.NotOnline(_) -> refused(new Refusal.NotOnline());
            case FreeTimes.CannotServe(_) -> refused(new Refusal.CannotServe());
        });
    }

    private Told free(List<Slot> slots, Moment from, Moment to) {
        var wanted = slots.stream().filter(slot -> inside(slot.start(), from, to)).toList();
        if (wanted.isEmpty()) {
            return new Told("A esas horas no hay nada libre. Esos días hay:\n" + offer(spread(slots)));
        }
        return new Told(
                (wanted.size() > MOST_SLOTS ? "Algunas de las horas libres:\n" : "Horas libres:\n") + offer(spread(wanted)));
    }

    private static boolean inside(ZonedDateTime start, Moment from, Moment to) {
        var local = start.toLocalDateTime();
        return !local.isBefore(from.time().map(from.day()::atTime).orElseGet(from.day()::atStartOfDay))
                && to.time().map(to.day()::atTime).map(end -> !local.isAfter(end)).orElse(true);
    }

    private static List<Slot> spread(List<Slot> slots) {
        return slots.size() <= MOST_SLOTS ? slots
                : IntStream.range(0, MOST_SLOTS).mapToObj(i -> slots.get(i * slots.size() / MOST_SLOTS)).toList();
    }

    private String offer(List<Slot> slots) {
        int first = offered.size() + 1;
        offered.addAll(ToolWords.starts(slots));
        return ToolWords.slots(context.business(), slots, first);
    }

    private Uni<ToolOutcome> book(Arguments arguments) {
        return tools.bookAppointment(context, arguments.services(), arguments.start("start"),
                arguments.staff().map(StaffMember::id), arguments.optional("customer_name")).chain(booking -> switch (booking) {
                    case Booking.Booked(var it, _) -> done("Agendada: ", new Fact(Kind.BOOKED, it));
                    case Booking.NeedsConfirmation _ -> summaryShown();
                    case Booking.NameMissing() -> told("Falta saber a nombre de quién: pregúntale su nombre.");
                    case Booking.Refused(var why) -> Uni.createFrom().item(refused(why));
                });
    }

    private Uni<ToolOutcome> reschedule(Arguments arguments) {
        var wish = arguments.change();
        return own(arguments).chain(own -> tools.rescheduleAppointment(context, own.id(), wish))
                .chain(moving -> switch (moving) {
                    case Moving.Moved(var before, var after, _) ->
                        done("Movida: ", new Fact(Kind.MOVED_TO, after), new Fact(Kind.MOVED_FROM, before));
                    case Moving.NeedsConfirmation _ -> summaryShown();
                    case Moving.Refused(_, var why) -> Uni.createFrom().item(refused(why));
                    case Moving.SameTime(var it) -> done("Ya está a esa hora: ", new Fact(Kind.READ, it));
                    case Moving.Changed(var now) -> done("Ya no se puede mover, así está: ", new Fact(Kind.READ, now));
                    case Moving.NotFound() -> told("No existe esa cita de este cliente.");
                });
    }

    private Uni<ToolOutcome> cancel(Arguments arguments) {
        return own(arguments).chain(own -> tools.cancelAppointment(context, own.id())).chain(cancelling -> switch (cancelling) {
            case Cancelling.Cancelled(var it, _) -> done("Cancelada: ", new Fact(Kind.CANCELLED, it));
            case Cancelling.NeedsConfirmation _ -> summaryShown();
            case Cancelling.AlreadyCancelled(var it) -> done("Ya estaba cancelada: ", new Fact(Kind.READ, it));
            case Cancelling.Changed(var now) -> done("Ya no se puede cancelar, así está: ", new Fact(Kind.READ, now));
            case Cancelling.NotFound() -> told("No existe esa cita de este cliente.");
        });
    }

    /** By its key among the customer's own, or by its id; the only one needs neither. */
    private Uni<Appointment> own(Arguments arguments) {
        var said = arguments.optional("appointment");
        return tools.myAppointments(context).map(own -> {
            if (own.isEmpty()) {
                throw Unclear.ambiguous("Este cliente no tiene citas próximas.");
            }
            return said.flatMap(key -> byKey(own, key)).or(() -> own.size() == 1 && said.isEmpty() ? Optional.of(own.getFirst())
                    : Optional.empty()).orElseThrow(() -> Unclear.ambiguous("¿Cuál de estas?\n" + ToolWords.appointments(own)));
        });
    }

    private static Optional<Appointment> byKey(List<Appointment> own, String key) {
        return IntStream.range(0, own.size()).filter(i -> key.equalsIgnoreCase("C" + (i + 1))
                || key.equalsIgnoreCase(own.get(i).id().value().toString())).mapToObj(own::get).findFirst();
    }

    private static Told listed(List<Appointment> own) {
        return own.isEmpty() ? new Told("No tiene citas próximas.")
                : new Told(ToolWords.appointments(own), own.stream().map(it -> new Fact(Kind.READ, it)).toList());
    }

    private ToolOutcome renamed(NameUpdate update) {
        return switch (update) {
            case NameUpdate.Stored(var name, _) -> new Told("Guardado: se llama " + Briefing.line(name) + ".");
            case NameUpdate.NotAName() -> new Told("Eso no parece un nombre: pregúntale cómo se llama.");
        };
    }

    private Told refused(Refusal why) {
        int first = offered.size() + 1;
        offered.addAll(ToolWords.starts(why.alternatives()));
        return new Told(ToolWords.refusal(context.business(), why, first));
    }

    /** The same summary, with the same buttons, as the guided assistant's. */
    private Uni<ToolOutcome> summaryShown() {
        return guided.pendingQuestion(context).map(ToolOutcome.Shown::new);
    }

    private static Uni<ToolOutcome> done(String what, Fact... facts) {
        return Uni.createFrom().item(new Told(what + ToolWords.appointment(facts[0].appointment()) + ".", List.of(facts)));
    }

    private static Uni<ToolOutcome> told(String text) {
        return Uni.createFrom().item(new Told(text));
    }
}
