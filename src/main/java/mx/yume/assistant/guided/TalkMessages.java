package mx.yume.assistant.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.guided.Step.Talk;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.OutboundContent;
import mx.yume.conversation.OutboundContent.Option;

/** Greetings, answers about the business, and what is no errand, as messages. */
@ApplicationScoped
class TalkMessages {

    private final TalkTexts texts;
    private final BookingMessages booking;

    TalkMessages(TalkTexts texts, BookingMessages booking) {
        this.texts = texts;
        this.booking = booking;
    }

    /** Who speaks, and the simplified privacy notice. */
    String introduction(ToolContext context) {
        return texts.introduction(context.business().publicName());
    }

    /** Somebody unknown is shown the services at once: a tap saved for a booking in six messages. */
    OutboundContent greeting(ToolContext context) {
        var name = context.turn().person().name();
        var services = context.business().services();
        if (name.isPresent() || services.isEmpty()) {
            return menu(context.turn().firstContact() ? texts.howCanIHelp() : texts.greeting(name.orElse("")));
        }
        var rows = new ArrayList<>(booking.rows(services).subList(0, Math.min(services.size(), Bodies.ROWS - 1)));
        rows.add(services.size() < Bodies.ROWS ? Bodies.option(new Tap.OfMenu(Tap.Menu.INFO), texts.info())
                : Bodies.option(new Tap.OfMenu(Tap.Menu.SERVICES), texts.seeServices()));
        var question = texts.firstQuestion(services.getFirst().name());
        return Bodies.choice(context.turn().firstContact() ? question : texts.greeting("") + " " + question,
                texts.seeServices(), rows);
    }

    OutboundContent menu(String body) {
        return Bodies.choice(body, texts.book(), List.of(menuOption(Tap.Menu.BOOK, texts.book()),
                menuOption(Tap.Menu.APPOINTMENTS, texts.appointments()), menuOption(Tap.Menu.SERVICES, texts.services())));
    }

    OutboundContent services(ToolContext context, boolean withOptions) {
        var services = context.business().services();
        var lines = services.stream().map(this::line).collect(Collectors.joining("\n"));
        var body = texts.servicesOf(context.business().publicName(), lines);
        return withOptions ? Bodies.choice(body, texts.seeServices(), booking.rows(services)) : Bodies.text(lines);
    }

    OutboundContent service(Service service, boolean withOptions) {
        var body = texts.serviceDetail(service.name(), service.price().toString(), SpanishWriter.duration(service.duration()));
        return withOptions
                ? Bodies.choice(body, texts.book(), List.of(Bodies.option(new Tap.OfService(service.id()), texts.book())))
                : Bodies.text(body);
    }

    OutboundContent hours(ToolContext context) {
        var hours = texts.hours(new OpeningHours(texts).of(context.business().location().hours()));
        var address = context.business().location().address();
        return Bodies.text(address.isEmpty() ? hours : hours + "\n" + texts.address(address));
    }

    /** "Hoy abrimos de 10:00 a.m. a 8:00 p.m." */
    OutboundContent hoursOn(ToolContext context, LocalDate day) {
        var hours = context.business().location().hoursOn(day);
        var today = day.equals(context.turn().localNow().toLocalDate());
        var name = SpanishWriter.date(day);
        return Bodies.text(hours.isEmpty() ? texts.closedOn(today, name)
                : texts.openOn(today, name, SpanishWriter.list(hours.stream().map(span -> texts
                        .span(SpanishWriter.time(span.opens()), SpanishWriter.time(span.closes()))).toList())));
    }

    /** Of one service, in a sentence; empty when it is not sold. */
    String price(ToolContext context, ServiceId id) {
        return context.business().service(id).map(service -> texts.serviceDetail(service.name(), service.price().toString(),
                SpanishWriter.duration(service.duration()))).orElse("");
    }

    /** Everything that can be done here, for whoever was not understood. */
    OutboundContent whatICanDo() {
        return Bodies.list(texts.whatICanDo(), texts.seeOptions(), List.of(menuOption(Tap.Menu.BOOK, texts.book()),
                menuOption(Tap.Menu.APPOINTMENTS, texts.appointments()), menuOption(Tap.Menu.MOVE, texts.moveAppointment()),
                menuOption(Tap.Menu.CANCEL, texts.cancelAppointment()), menuOption(Tap.Menu.SERVICES, texts.services()),
                menuOption(Tap.Menu.INFO, texts.info()), menuOption(Tap.Menu.HUMAN, texts.talkToSomebody())));
    }

    String rephraseRating() {
        return texts.rephraseRating();
    }

    OutboundContent offerSomebody(ToolContext context) {
        return Bodies.choice(texts.offerSomebody(context.business().publicName()), texts.seeOptions(), List.of(
                menuOption(Tap.Menu.HUMAN, texts.talkToSomebody()), menuOption(Tap.Menu.STAY, texts.stay())));
    }

    OutboundContent address(ToolContext context) {
        var address = context.business().location().address();
        return Bodies.text(address.isEmpty() ? texts.noAddress(context.business().publicName()) : texts.address(address));
    }

    String say(ToolContext context, Talk what) {
        var business = context.business();
        return switch (what) {
            case THANKS -> texts.thanks(context.turn().person().name().orElse(""));
            case HOW_CAN_I_HELP -> texts.howCanIHelp();
            case OFF_TOPIC -> texts.offTopic(business.publicName());
            case HELP -> texts.help(business.publicName());
            case ABOUT_YOU -> texts.aboutYou(business.publicName());
            case INSULT -> texts.insult();
            case FOREIGN -> texts.foreign();
            case CONTACTS -> texts.contacts();
            case STALE_TAP -> texts.staleTap();
            case FINE -> texts.fine();
            case VOICE -> texts.voice();
            case PICTURE -> texts.picture();
            case LOCATION -> texts.location(business.location().address());
            case UNREADABLE -> texts.unreadable();
        };
    }

    String firstThis() {
        return texts.firstThis();
    }

    String nowTheOther(String words) {
        return texts.nowTheOther(words);
    }

    OutboundContent niceToMeetYou(String name) {
        return menu(texts.niceToMeetYou(name));
    }

    String dropped(FlowKind kind) {
        return switch (kind) {
            case MODIFY, CANCEL -> texts.droppedChange();
            case WAITLIST -> texts.droppedWaiting();
            case RATING -> texts.fine();
            default -> texts.droppedBooking();
        };
    }

    private String line(Service service) {
        return texts.serviceLine(service.name(), service.price().toString(), SpanishWriter.duration(service.duration()));
    }

    private static Option menuOption(Tap.Menu entry, String title) {
        return Bodies.option(new Tap.OfMenu(entry), title);
    }
}
