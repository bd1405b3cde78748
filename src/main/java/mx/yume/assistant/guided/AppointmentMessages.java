package mx.yume.assistant.guided;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Draft.Shown;
import mx.yume.assistant.tools.Summary;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;

/** Appointments that exist, as messages. */
@ApplicationScoped
class AppointmentMessages {

    private final AppointmentTexts texts;
    private final BookingMessages booking;
    private final TalkTexts talk;

    AppointmentMessages(AppointmentTexts texts, BookingMessages booking, TalkTexts talk) {
        this.texts = texts;
        this.booking = booking;
        this.talk = talk;
    }

    OutboundContent none() {
        return Bodies.choice(texts.none(), talk.book(), List.of(Bodies.option(new Tap.OfMenu(Tap.Menu.BOOK), talk.book())));
    }

    /** @param appointments at least one */
    OutboundContent list(ToolContext context, List<Appointment> appointments) {
        if (appointments.size() == 1) {
            return one(context, appointments.getFirst());
        }
        var lines = appointments.stream().map(it -> "• " + line(context, it)).collect(Collectors.joining("\n"));
        return Bodies.list(texts.several(lines), texts.seeAppointments(), rows(context, appointments));
    }

    OutboundContent one(ToolContext context, Appointment appointment) {
        var body = texts.one(line(context, appointment), appointment.customerName(), appointment.price().toString());
        return Bodies.choice(body, texts.seeAppointments(),
                List.of(Bodies.option(new Tap.Move(appointment.id()), texts.move()),
                        Bodies.option(new Tap.Cancel(appointment.id()), texts.cancel())));
    }

    /** With what can be done about it, if something can. */
    OutboundContent current(ToolContext context, Appointment appointment) {
        return open(context, appointment) ? one(context, appointment) : changed(context, appointment);
    }

    private static boolean open(ToolContext context, Appointment it) {
        return switch (it.status()) {
            case PENDING, CONFIRMED -> it.start().toInstant().isAfter(context.turn().now());
            case COMPLETED, NO_SHOW, CANCELLED -> false;
        };
    }

    OutboundContent askWhichToMove(ToolContext context, List<Appointment> appointments) {
        return Bodies.list(texts.askWhichToMove(), texts.seeAppointments(), rows(context, appointments));
    }

    OutboundContent askWhichToCancel(ToolContext context, List<Appointment> appointments) {
        return Bodies.list(texts.askWhichToCancel(), texts.seeAppointments(), rows(context, appointments));
    }

    /** With what it costs, where anything but the time is different. */
    OutboundContent moveSummary(ToolContext context, Appointment it, Summary.Move summary, Shown shown) {
        var newStart = summary.newStart().atZone(context.zone());
        if (summary.services().isEmpty()) {
            return Bodies.choice(texts.moveSummary(it.serviceName(), it.staffName(), when(context, it.start()),
                    when(context, newStart)), texts.move(), booking.confirmation(shown));
        }
        var after = texts.withPrice(texts.line(services(context, summary.plan()), staff(context, summary.plan()),
                when(context, newStart)), summary.price().map(Money::toString).orElse(""));
        var items = summary.plan().size() > 1 ? booking.items(context, summary.plan()) : "";
        return Bodies.choice(texts.changeSummary(priced(context, it), after, items), texts.move(),
                booking.confirmation(shown));
    }

    OutboundContent moved(ToolContext context, Appointment before, Appointment after) {
        var address = context.business().location().address();
        return Bodies.text(sameVisit(before, after)
                ? texts.moved(after.serviceName(), after.staffName(), when(context, before.start()),
                        when(context, after.start()), address)
                : texts.remade(priced(context, before), priced(context, after), address));
    }

    OutboundContent askWhatToChange() {
        return booking.aspects(texts.askWhatToChange());
    }

    private static boolean sameVisit(Appointment before, Appointment after) {
        return before.serviceName().equals(after.serviceName()) && before.staffName().equals(after.staffName());
    }

    private String priced(ToolContext context, Appointment it) {
        return texts.withPrice(line(context, it), it.price().toString());
    }

    private static String services(ToolContext context, List<Summary.Item> plan) {
        return SpanishWriter.list(plan.stream().flatMap(item -> context.business().service(item.service()).stream())
                .map(Service::name).toList());
    }

    private static String staff(ToolContext context, List<Summary.Item> plan) {
        return SpanishWriter.list(plan.stream().flatMap(item -> context.business().staffMember(item.staff()).stream())
                .map(StaffMember::name).distinct().toList());
    }

    String sameTime(ToolContext context, Appointment it) {
        return texts.sameTime(it.serviceName(), when(context, it.start()));
    }

    OutboundContent cancelSummary(ToolContext context, Appointment it, Shown shown) {
        return Bodies.choice(texts.cancelSummary(it.serviceName(), it.staffName(), when(context, it.start())), texts.cancel(),
                List.of(Bodies.option(new Tap.Yes(Optional.of(shown.turn())), texts.yesCancel()),
                        Bodies.option(new Tap.No(), texts.noKeep())));
    }

    OutboundContent cancelled(ToolContext context, Appointment it) {
        return Bodies.text(texts.cancelled(it.serviceName(), it.staffName(), when(context, it.start())));
    }

    /** Somebody else was there first: what is true now, and that nothing was done. */
    OutboundContent changed(ToolContext context, Appointment now) {
        if (now.status() == AppointmentStatus.CANCELLED) {
            return Bodies.text(texts.alreadyCancelled(line(context, now)));
        }
        return Bodies.text(open(context, now) ? texts.changed(line(context, now)) : texts.begun(line(context, now)));
    }

    OutboundContent notFound() {
        return Bodies.text(texts.notFound());
    }

    private List<Option> rows(ToolContext context, List<Appointment> appointments) {
        var today = context.turn().localNow().toLocalDate();
        return appointments.stream().map(it -> new Option(new Tap.OfAppointment(it.id()).id(),
                SpanishWriter.shortSlot(it.start(), today),
                Bodies.cut(texts.row(it.serviceName(), it.staffName(), it.customerName()), 72)))
                .toList();
    }

    private String line(ToolContext context, Appointment it) {
        return texts.line(it.serviceName(), it.staffName(), when(context, it.start()));
    }

    private static String when(ToolContext context, ZonedDateTime start) {
        var today = context.turn().localNow().toLocalDate();
        return SpanishWriter.date(start.toLocalDate(), today) + ", " + SpanishWriter.time(start.toLocalTime());
    }
}
