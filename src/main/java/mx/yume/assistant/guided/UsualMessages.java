package mx.yume.assistant.guided;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Tap;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;
import mx.yume.conversation.OutboundContent;
import mx.yume.scheduling.Habit;
import mx.yume.scheduling.Slot;

/** "¿Lo de siempre: Corte con Beto, viernes 5:00 p.m.?", as messages. */
@ApplicationScoped
class UsualMessages {

    private final UsualTexts texts;

    UsualMessages(UsualTexts texts) {
        this.texts = texts;
    }

    OutboundContent greeting(ToolContext context, Habit habit, Optional<Slot> slot) {
        return choice(texts.greeting(context.turn().person().name().orElse("")) + " " + question(context, habit, slot), slot);
    }

    OutboundContent offer(ToolContext context, Habit habit, Optional<Slot> slot) {
        return choice(question(context, habit, slot), slot);
    }

    String unknown() {
        return texts.unknown();
    }

    private OutboundContent choice(String body, Optional<Slot> slot) {
        var yes = Bodies.option(new Tap.Usual(slot.map(free -> free.start().toLocalDateTime())), texts.yes());
        var other = Bodies.option(new Tap.Change(Tap.What.SERVICE), texts.otherService());
        return Bodies.choice(body, texts.yes(), slot.isEmpty() ? List.of(yes, other)
                : List.of(yes, Bodies.option(new Tap.Change(Tap.What.TIME), texts.otherTime()), other));
    }

    private String question(ToolContext context, Habit habit, Optional<Slot> slot) {
        var business = context.business();
        var services = SpanishWriter.list(habit.services().stream()
                .flatMap(wanted -> business.service(wanted.service()).stream()).map(Service::name).toList());
        var staff = SpanishWriter.list(habit.services().stream().flatMap(wanted -> wanted.staff().stream()).distinct()
                .flatMap(id -> business.staffMember(id).stream()).map(StaffMember::name).toList());
        var when = slot.map(free -> SpanishWriter.relative(free.start(), context.turn().localNow().toLocalDate())).orElse("");
        return texts.question(services, staff, when);
    }
}
