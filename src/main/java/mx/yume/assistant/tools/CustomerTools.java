package mx.yume.assistant.tools;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.language.DayReading;
import mx.yume.assistant.tools.NameUpdate.NotAName;
import mx.yume.assistant.tools.NameUpdate.Stored;
import mx.yume.business.Business;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;
import mx.yume.conversation.handoff.AskedBy;
import mx.yume.conversation.handoff.HandoffOutcome;
import mx.yume.customers.Customers;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentId;
import mx.yume.scheduling.Habit;
import mx.yume.scheduling.Refusal;

/**
 * What a customer's assistant can do, whichever it is. Every id is looked up among what belongs to this organization and, for
 * appointments, to the customer of the turn. Outcomes are values; what is broken fails the Uni.
 */
@ApplicationScoped
public class CustomerTools {

    private final Agenda agenda;
    private final CheckAvailability availability;
    private final BookAppointment booking;
    private final RescheduleAppointment rescheduling;
    private final CancelAppointment cancelling;
    private final OwnAppointments own;
    private final Errands errands;
    private final Ledger ledger;
    private final Customers customers;
    private final PersonTools person;
    private final HandoffToHuman handoff;

    CustomerTools(Agenda agenda, CheckAvailability availability, BookAppointment booking, RescheduleAppointment rescheduling,
            CancelAppointment cancelling, OwnAppointments own, Errands errands, Ledger ledger, Customers customers,
            PersonTools person,
            HandoffToHuman handoff) {
        this.agenda = agenda;
        this.availability = availability;
        this.booking = booking;
        this.rescheduling = rescheduling;
        this.cancelling = cancelling;
        this.own = own;
        this.errands = errands;
        this.ledger = ledger;
        this.customers = customers;
        this.person = person;
        this.handoff = handoff;
    }

    public List<Service> listServices(ToolContext context) {
        context.turn().progress().trace("tool", "list_services", 0);
        return context.business().services();
    }

    /** Name, address, hours, and who works there. */
    public Business businessInfo(ToolContext context) {
        context.turn().progress().trace("tool", "business_info", 0);
        return context.business();
    }

    /** Reads only: leaves the draft as it is. */
    public Uni<FreeTimes> freeTimes(ToolContext context, Wish wish, DayReading days) {
        return freeTimes(context, wish, days, Optional.empty());
    }

    /** @param instead the appointment that would become that: its own time is free for it */
    public Uni<FreeTimes> freeTimes(ToolContext context, Wish wish, DayReading days, Optional<Appointment> instead) {
        return Traced.call(context,
                "check_availability(%s, %s, %s)".formatted(names(context, wish.services()), days.from(), days.to()),
                () -> availability.call(context, wish, days, instead));
    }

    /** Why these services could not be booked with this staff preference then, alternatives included; empty when they could. */
    public Uni<Optional<Refusal>> whyNot(ToolContext context, Wish wish, ZonedDateTime start,
            Optional<Appointment> instead) {
        return Traced.call(context, "check(%s, %s)".formatted(names(context, wish.services()), start.toLocalDateTime()),
                () -> availability.whyNot(context, wish, start, instead));
    }

    /** Reads, and keeps what was asked for in the booking under way, or begins one, so that the other assistant knows. */
    public Uni<FreeTimes> checkAvailability(ToolContext context, List<ServiceId> services, LocalDate from, LocalDate to,
            Optional<StaffId> staff) {
        var days = new DayReading(from, to.isBefore(from) ? from : to, false);
        var asked = Wish.NOTHING.services(services, context.zone());
        return freeTimes(context, staff.map(asked::settledStaff).orElse(asked), days).invoke(found -> {
            if (found instanceof FreeTimes.Free || found instanceof FreeTimes.Full) {
                keep(context, services, days, staff);
            }
        });
    }

    /**
     * Shows what would be booked, or books it after a yes to exactly that.
     *
     * @param services of one visit, in the order they were named
     * @param start any zone; what is shown and kept is in the location's
     */
    public Uni<Booking> bookAppointment(ToolContext context, List<ServiceId> services, ZonedDateTime start,
            Optional<StaffId> staff, Optional<String> name) {
        var known = errands.booking(context).wish();
        var who = staff.or(() -> stillWanted(context, known, services, start) ? known.staff() : Optional.empty());
        var wish = new Wish(services, Optional.empty(), Optional.empty(), Optional.empty(), who, who.isEmpty(),
                name.or(known::name), known.forOther(), known.excluded()).start(start.toInstant(), context.zone());
        return bookAppointment(context, wish);
    }

    /** Whether who was settled on for this, or is asked for now, holds although the call does not say so. */
    private static boolean stillWanted(ToolContext context, Wish known, List<ServiceId> services, ZonedDateTime start) {
        return known.services().equals(services) && (context.reading().staff().isPresent()
                || known.start().filter(start.toInstant()::equals).isPresent());
    }

    /**
     * As the other, from a draft.
     *
     * @param wish with services and start
     */
    public Uni<Booking> bookAppointment(ToolContext context, Wish wish) {
        return Traced.call(context, "book_appointment(%s, %s)".formatted(
                names(context, wish.services()),
                wish.start().map(start -> start.atZone(context.zone()).toLocalDateTime().toString()).orElse("?")),
                () -> booking.call(context, wish));
    }

    /** Pending or confirmed and not yet over, sorted. */
    public Uni<List<Appointment>> myAppointments(ToolContext context) {
        return Traced.call(context, "my_appointments",
                () -> agenda.upcoming(context.business(), context.turn().person().id()));
    }

    /** What the person usually has; empty for whoever has no habit. */
    public Uni<Optional<Habit>> usual(ToolContext context) {
        return Traced.call(context, "usual", () -> agenda.habit(context.business(), context.turn().person().id()));
    }

    /** In whatever status; somebody else's is not there. */
    public Uni<Optional<Appointment>> myAppointment(ToolContext context, AppointmentId appointment) {
        return own.find(context, appointment);
    }

    /** To another time, with everything else as it is. */
    public Uni<Moving> rescheduleAppointment(ToolContext context, AppointmentId appointment, ZonedDateTime newStart) {
        return rescheduleAppointment(context, appointment, Wish.NOTHING.start(newStart.toInstant(), context.zone()));
    }

    /**
     * Shows what the appointment would become, or changes it after a yes to exactly that.
     *
     * @param wish services, people and start, as far as they are to be others than it has
     */
    public Uni<Moving> rescheduleAppointment(ToolContext context, AppointmentId appointment, Wish wish) {
        return Traced.call(context, "reschedule_appointment(%s, %s, %s)".formatted(appointment,
                names(context, wish.services()),
                wish.start().map(start -> start.atZone(context.zone()).toLocalDateTime().toString()).orElse("=")),
                () -> rescheduling.call(context, appointment, wish));
    }

    public Uni<Cancelling> cancelAppointment(ToolContext context, AppointmentId appointment) {
        return Traced.call(context, "cancel_appointment(%s)".formatted(appointment),
                () -> cancelling.call(context, appointment));
    }

    /** What the person is called, by their own word. */
    public Uni<NameUpdate> updateMyInfo(ToolContext context, String told) {
        return Traced.call(context, "update_my_info", () -> PersonName.of(told)
                .map(name -> rename(context, name)).orElseGet(() -> Uni.createFrom().item(new NotAName())));
    }

    /** Asks for a person of the business to answer in Yume's place. */
    public Uni<HandoffOutcome> handoffToHuman(ToolContext context, AskedBy by, String reason) {
        return handoff.call(context, by, reason);
    }

    private Uni<NameUpdate> rename(ToolContext context, String name) {
        var call = new Ledger.Call("update_my_info", "name=" + name);
        return ledger.earlier(context, call).flatMap(earlier -> earlier.isPresent()
                ? Uni.createFrom().item(new Stored(name, true))
                : ledger.perform(context, call, new Effected.Renamed(name),
                        connection -> customers.rename(connection, context.business().id(), context.turn().person().id(), name))
                        .chain(() -> person.keepName(context, name)).replaceWith(new Stored(name, false)));
    }

    private void keep(ToolContext context, List<ServiceId> services, DayReading days, Optional<StaffId> staff) {
        if (errands.active(context, FlowKind.MODIFY) || errands.active(context, FlowKind.CANCEL)) {
            return;
        }
        var draft = errands.draft(context);
        var asked = draft.wish().services(services, context.zone());
        var wish = staff.map(who -> asked.staff(who, context.zone())).orElse(asked)
                .when(Optional.of(days), Optional.empty(), context.zone());
        if (!wish.equals(draft.wish())) {
            errands.to(context, FlowKind.BOOKING, FlowState.COLLECTING_DATETIME, draft.wish(wish));
        }
    }

    private static String names(ToolContext context, List<ServiceId> services) {
        return services.stream().map(service -> context.business().service(service).map(Service::name).orElse("?"))
                .collect(Collectors.joining(" + "));
    }
}
