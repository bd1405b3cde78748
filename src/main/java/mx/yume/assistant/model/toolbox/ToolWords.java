package mx.yume.assistant.model.toolbox;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.business.Business;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.Refusal;
import mx.yume.scheduling.Slot;

/** What tools found, in the short Spanish that the model is told. Dates are written out, so that it can repeat them. */
final class ToolWords {

    private ToolWords() {}

    /** "Corte de cabello con Beto, viernes 15 de enero, 3:00 p.m., a nombre de Paty, $250". */
    static String appointment(Appointment it) {
        return "%s con %s, %s, a nombre de %s, %s".formatted(Briefing.line(it.serviceName()), Briefing.line(it.staffName()),
                SpanishWriter.dateTime(it.start()), Briefing.line(it.customerName()), it.price());
    }

    /** Each with its key: C1, C2… */
    static String appointments(List<Appointment> own) {
        return IntStream.range(0, own.size()).mapToObj(i -> "C%d: %s".formatted(i + 1, appointment(own.get(i))))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Each with its key and in the form that book_appointment takes.
     *
     * @param first the number of the first key
     */
    static String slots(Business business, List<Slot> slots, int first) {
        return IntStream.range(0, slots.size()).mapToObj(i -> "S%d: %s (%s) con %s".formatted(first + i,
                SpanishWriter.dateTime(slots.get(i).start()), slots.get(i).start().toLocalDateTime(),
                staff(business, slots.get(i))))
                .collect(Collectors.joining("\n"));
    }

    private static String staff(Business business, Slot slot) {
        return SpanishWriter.alternatives(slot.staff().stream().flatMap(id -> business.staffMember(id).stream())
                .map(member -> Briefing.line(member.name())).toList());
    }

    static String refusal(Business business, Refusal why, int first) {
        return switch (why) {
            case Refusal.AtThatTime then -> then.sentence() + nearest(business, then.alternatives(), first);
            case Refusal.AtAnyTime never -> never.sentence();
        };
    }

    static List<ZonedDateTime> starts(List<Slot> slots) {
        return slots.stream().map(Slot::start).toList();
    }

    private static String nearest(Business business, List<Slot> free, int first) {
        return free.isEmpty() ? " No hay otra hora cerca." : " Lo libre más cercano:\n" + slots(business, free, first);
    }
}
