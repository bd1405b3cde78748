package mx.yume.assistant.guided;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Draft.Shown;
import mx.yume.assistant.tools.Summary;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.Price;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffId;
import mx.yume.business.StaffMember;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.platform.Money;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Slot;

/** The questions and answers of a booking, as messages. */
@ApplicationScoped
class BookingMessages {

    private final BookingTexts texts;

    BookingMessages(BookingTexts texts) {
        this.texts = texts;
    }

    OutboundContent askService(List<Service> services, boolean narrowed) {
        return Bodies.choice(narrowed ? texts.askWhichService() : texts.askService(), texts.seeServices(), rows(services));
    }

    List<Option> rows(List<Service> services) {
        return services.stream().map(service -> Bodies.row(new Tap.OfService(service.id()), service.name(),
                texts.serviceRow(service.price().toString(), SpanishWriter.duration(service.duration())))).toList();
    }

    OutboundContent offer(ToolContext context, String body, List<Slot> slots, boolean withStaff) {
        var today = context.turn().localNow().toLocalDate();
        boolean few = slots.size() <= Bodies.BUTTONS;
        return Bodies.choice(body, texts.seeTimes(), slots.stream().map(slot -> new Option(
                new Tap.OfSlot(slot.start().toLocalDateTime()).id(),
                few ? SpanishWriter.time20(slot.start(), today) : SpanishWriter.shortSlot(slot.start(), today),
                few || !withStaff ? "" : who(context, slot.staff()))).toList());
    }

    private String who(ToolContext context, List<StaffId> staff) {
        var names = staff.stream().flatMap(id -> context.business().staffMember(id).stream()).map(StaffMember::name).toList();
        return Bodies.cut(texts.with(SpanishWriter.alternatives(names)), 72);
    }

    OutboundContent askStaff(Optional<ZonedDateTime> when, List<StaffMember> candidates, LocalDate today) {
        var options = new ArrayList<Option>();
        candidates.stream().limit(Bodies.ROWS - 1L)
                .forEach(member -> options.add(Bodies.row(new Tap.OfStaff(member.id()), member.name(), "")));
        options.add(Bodies.option(new Tap.AnyStaff(), texts.anyStaff()));
        return Bodies.choice(when
                .map(start -> texts.askStaff(
                        SpanishWriter.date(start.toLocalDate(), today) + ", " + SpanishWriter.time(start.toLocalTime())))
                .orElseGet(texts::askStaffBefore), texts.seeStaff(), options);
    }

    /** The day as it was understood is seen before the summary is. */
    OutboundContent askName(ToolContext context, ZonedDateTime start) {
        return Bodies.text(texts.askName(when(context, start)));
    }

    /** A guess at who writes, for them to say. */
    OutboundContent areYou(ToolContext context, ZonedDateTime start, String name) {
        return Bodies.choice(texts.areYou(when(context, start), name), texts.yes(),
                List.of(Bodies.option(new Tap.OfName(name), texts.itIsMe()),
                        Bodies.option(new Tap.Change(Tap.What.NAME), texts.otherName())));
    }

    OutboundContent askWhatToChange() {
        return Bodies.choice(texts.askWhatToChange(), texts.change(),
                List.of(Bodies.option(new Tap.Change(Tap.What.TIME), texts.changeTime()),
                        Bodies.option(new Tap.Change(Tap.What.SERVICE), texts.changeService()),
                        Bodies.option(new Tap.Change(Tap.What.STAFF), texts.changeStaff()),
                        Bodies.option(new Tap.Change(Tap.What.NAME), texts.changeName())));
    }

    /** What of a visit that exists can be different. */
    OutboundContent aspects(String question) {
        return Bodies.choice(question, texts.change(),
                List.of(Bodies.option(new Tap.Change(Tap.What.TIME), texts.changeTime()),
                        Bodies.option(new Tap.Change(Tap.What.SERVICE), texts.changeService()),
                        Bodies.option(new Tap.Change(Tap.What.STAFF), texts.changeStaff())));
    }

    OutboundContent summary(ToolContext context, Summary.Booking summary, Shown shown) {
        var when = when(context, summary.start().atZone(context.zone()));
        var address = context.business().location().address();
        var body = summary.plan().isEmpty()
                ? texts.summary(service(context, summary.services().getFirst().service()),
                        price(context, summary.services().getFirst().service(), summary.price()), when,
                        staff(context, summary.services().getFirst().staff()), summary.name(), address)
                : texts.summaryOfSeveral(items(context, summary.plan()), summary.price().toString(), when, summary.name(),
                        address);
        return Bodies.choice(body, texts.change(), confirmation(shown));
    }

    /** Each service in a line of its own: with whom, from when, for how much. */
    String items(ToolContext context, List<Summary.Item> plan) {
        return plan.stream().map(item -> texts.item(service(context, item.service()), staff(context, Optional.of(item.staff())),
                SpanishWriter.time(item.start().atZone(context.zone()).toLocalTime()),
                price(context, item.service(), item.price()))).collect(Collectors.joining("\n"));
    }

    private String items(ToolContext context, Appointment appointment) {
        return appointment.parts().stream().map(part -> texts.item(part.serviceName(), part.staffName(),
                SpanishWriter.time(part.start().toLocalTime()), price(context, part.service(), part.price())))
                .collect(Collectors.joining("\n"));
    }

    private String staff(ToolContext context, Optional<StaffId> staff) {
        return staff.flatMap(context.business()::staffMember).map(StaffMember::name).orElseGet(texts::whoeverIsFree);
    }

    List<Option> confirmation(Shown shown) {
        return List.of(Bodies.option(new Tap.Yes(Optional.of(shown.turn())), texts.yes()),
                Bodies.option(new Tap.Change(Tap.What.ANYTHING), texts.change()), Bodies.option(new Tap.No(), texts.no()));
    }

    /** @param forOther whoever reads this is not the one who comes */
    OutboundContent booked(ToolContext context, Appointment appointment, boolean forOther) {
        var coming = firstName(appointment.customerName());
        var own = context.turn().person().name().map(name -> firstName(name).equalsIgnoreCase(coming)).orElse(!forOther);
        var when = when(context, appointment.start());
        var other = own ? "" : appointment.customerName();
        var address = context.business().location().address();
        return Bodies.text(appointment.parts().size() > 1
                ? texts.bookedSeveral(own ? coming : "", items(context, appointment), appointment.price().toString(), when,
                        other, address)
                : texts.booked(own ? coming : "", appointment.serviceName(),
                        price(context, appointment.service(), appointment.price()), when, appointment.staffName(), other,
                        address));
    }

    private static String firstName(String name) {
        var space = name.strip().indexOf(' ');
        return space < 0 ? name.strip() : name.strip().substring(0, space);
    }

    private static String when(ToolContext context, ZonedDateTime start) {
        var today = context.turn().localNow().toLocalDate();
        return SpanishWriter.date(start.toLocalDate(), today) + ", " + SpanishWriter.time(start.toLocalTime());
    }

    private static String service(ToolContext context, ServiceId id) {
        return context.business().service(id).map(Service::name).orElseThrow();
    }

    /** What was agreed, as the beginning of a price where the service has no other. */
    private static String price(ToolContext context, ServiceId service, Money agreed) {
        var from = context.business().service(service).filter(known -> known.price().from()).isPresent();
        return new Price(agreed, from).toString();
    }
}
