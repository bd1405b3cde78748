package mx.yume.assistant.guided;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Draft.Shown;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
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

    OutboundContent moveSummary(ToolContext context, Appointment it, ZonedDateTime newStart, Shown shown) {
        return Bodies.choice(texts.moveSummary(it.serviceName(), it.staffName(), when(context, it.start()),
                when(context, newStart)), texts.move(), booking.confirmation(shown));
    }

    OutboundContent moved(ToolContext context, Appointment before, Appointment after) {
        return Bodies.text(texts.moved(after.serviceName(), after.staffName(), when(context, before.start()),
                when(context, after.start()), context.business().location().address()));
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
