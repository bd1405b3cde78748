package mx.yume.assistant.model.prompt;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.tools.Draft;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Business;
import mx.yume.conversation.Flow;
import mx.yume.conversation.FlowKind;
import mx.yume.conversation.FlowState;

/** What is known of the errand under way, as a line of the prompt: what the other assistant heard is heard here too. */
public final class ErrandWords {

    private ErrandWords() {}

    /** @param keyed the starts offered before, S1 first */
    public static String of(Business business, Optional<Flow> flow, Draft draft, List<ZonedDateTime> keyed) {
        var errand = flow.map(active -> describe(business, active, draft)).orElse("ninguno");
        return keyed.isEmpty() ? errand
                : errand + "; horas ya ofrecidas: " + IntStream.range(0, keyed.size())
                        .mapToObj(at -> "S%d %s".formatted(at + 1, SpanishWriter.dateTime(keyed.get(at))))
                        .collect(Collectors.joining("; "));
    }

    private static String describe(Business business, Flow flow, Draft draft) {
        var parts = new ArrayList<String>();
        parts.add(kind(flow.kind()));
        draft.appointment().ifPresent(id -> parts.add("cita " + id));
        wish(business, draft.wish()).ifPresent(parts::add);
        var waiting = draft.shown().isPresent()
                && (flow.state() == FlowState.CONFIRMING_SUMMARY || flow.state() == FlowState.CONFIRMING_CANCELLATION);
        parts.add(waiting ? "ya se le enseñó el resumen y se espera su sí" : "falta: " + missing(flow.state()));
        draft.waiting().ifPresent(words -> parts.add("al terminar falta lo otro que pidió: «" + words + "»"));
        return String.join("; ", parts);
    }

    private static String kind(FlowKind kind) {
        return switch (kind) {
            case BOOKING -> "agendar";
            case MODIFY -> "cambiar una cita";
            case CANCEL -> "cancelar una cita";
            case WAITLIST -> "esperar un lugar (join_waitlist)";
            case RATING -> "calificar su última visita (rate_visit)";
            default -> "otro, que no es de sus citas";
        };
    }

    private static Optional<String> wish(Business business, Wish wish) {
        var zone = business.location().zone();
        var parts = new ArrayList<String>();
        wish.services().forEach(id -> business.service(id).ifPresent(service -> parts.add(service.name())));
        when(wish, zone).ifPresent(parts::add);
        wish.staff().flatMap(business::staffMember).ifPresent(member -> parts.add("con " + member.name()));
        if (wish.anyStaff()) {
            parts.add("con quien sea");
        }
        wish.name().ifPresent(name -> parts.add("a nombre de " + name));
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static Optional<String> when(Wish wish, ZoneId zone) {
        if (wish.start().isPresent()) {
            return wish.start().map(start -> start.atZone(zone)).map(start -> "%s (%s)".formatted(SpanishWriter.dateTime(start),
                    start.toLocalDateTime()));
        }
        var day = wish.day().map(said -> said.from().equals(said.to()) ? SpanishWriter.date(said.from())
                : "del %s al %s".formatted(SpanishWriter.date(said.from()), SpanishWriter.date(said.to())));
        var time = wish.time().map(said -> said.exact() ? "a las " + SpanishWriter.time(said.from())
                : "entre %s y %s".formatted(SpanishWriter.time(said.from()), SpanishWriter.time(said.to())));
        return day.isPresent() && time.isPresent() ? Optional.of(day.get() + " " + time.get()) : day.or(() -> time);
    }

    private static String missing(FlowState state) {
        return switch (state) {
            case INITIATED, COLLECTING_SERVICE -> "el servicio";
            case COLLECTING_NEW_SERVICE -> "el servicio";
            case COLLECTING_NEW_STAFF -> "con quién";
            case COLLECTING_DATETIME, COLLECTING_NEW_DATETIME, SELECTING_MODIFICATION -> "día y hora";
            case COLLECTING_STAFF_PREFERENCE -> "con quién";
            case COLLECTING_PERSONAL_INFO -> "a nombre de quién";
            case IDENTIFYING_BOOKING -> "cuál cita";
            case CONFIRMING_SUMMARY, CONFIRMING_CANCELLATION -> "enseñarle el resumen";
            default -> "nada";
        };
    }
}
