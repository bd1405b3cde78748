package mx.yume.assistant.model.toolbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mx.yume.assistant.language.Lexicon;
import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.assistant.language.SpanishWriter;
import mx.yume.assistant.model.guard.OfferGuard;
import mx.yume.assistant.model.prompt.Briefing;
import mx.yume.assistant.tools.ToolContext;
import mx.yume.assistant.tools.Wish;
import mx.yume.business.Service;
import mx.yume.business.ServiceId;
import mx.yume.business.StaffMember;

/**
 * The arguments of one call, as the model wrote them, read as what this business has. Names are compared without accents or case;
 * several matches are a question with the candidates. Times are the location's. Every method that cannot give what is asked throws
 * {@link Unclear}.
 */
final class Arguments {

    private static final SpanishReader READER = new SpanishReader();

    private final ObjectNode written;
    private final ToolContext context;
    private final List<ZonedDateTime> offered;

    /** @param offered the starts behind the keys S1, S2… */
    Arguments(ObjectNode written, ToolContext context, List<ZonedDateTime> offered) {
        this.written = written;
        this.context = context;
        this.offered = offered;
    }

    Optional<String> optional(String name) {
        var value = written.path(name);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank() ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    String required(String name) {
        return optional(name).orElseThrow(() -> Unclear.malformed("Falta el argumento " + name + "."));
    }

    /** Of one visit: several under "services", one as a text there or under "service". */
    List<ServiceId> services() {
        var services = services("services", "service");
        if (services.isEmpty()) {
            throw Unclear.malformed("Falta el argumento services.");
        }
        return services;
    }

    private List<ServiceId> services(String several, String one) {
        var said = written.path(several).isArray() ? texts(written.path(several))
                : optional(several).or(() -> optional(one)).stream().toList();
        return said.stream().flatMap(this::services).distinct().toList();
    }

    /** What an appointment is to become: a start, services or a person that it does not have. */
    Wish change() {
        var services = Wish.NOTHING.services(services("new_services", "new_service"), context.zone());
        var people = staff("new_staff").map(member -> services.settledStaff(member.id())).orElse(services);
        var wish = optional("new_start").isPresent() ? people.start(start("new_start").toInstant(), context.zone()) : people;
        if (wish.equals(Wish.NOTHING)) {
            throw Unclear.malformed("Falta qué cambiar: new_start, new_services o new_staff.");
        }
        return wish;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).map(String::strip)
                .filter(text -> !text.isEmpty()).toList();
    }

    /** "Corte y manicure" in one text is two where nothing here is called so. */
    private Stream<ServiceId> services(String said) {
        var mentions = read(said).services();
        return mentions.size() > 1 && mentions.stream().allMatch(Mention::certain)
                ? mentions.stream().map(mention -> mention.candidates().getFirst())
                : Stream.of(service(said).id());
    }

    private Service service(String named) {
        return one(named, "servicio", context.business().services(), Service::name,
                service -> service.id().value()
                        .toString(),
                said -> read(said).services().stream().map(Mention::candidates).findFirst().orElse(List.of()).stream()
                        .flatMap(id -> context.business().service(id).stream()).toList());
    }

    Optional<StaffMember> staff() {
        return staff("staff");
    }

    private Optional<StaffMember> staff(String argument) {
        return optional(argument).map(said -> one(said, "alguien que se llame", context.business().staff(), StaffMember::name,
                member -> member.id().value().toString(),
                words -> read(words).staff().map(Mention::candidates).orElse(List.of())
                        .stream().flatMap(id -> context.business().staffMember(id).stream()).toList()));
    }

    /** A day, with a time if one was written. */
    record Moment(LocalDate day, Optional<LocalTime> time) {}

    Moment moment(String name) {
        var text = required(name);
        try {
            return text.length() <= 10 ? new Moment(LocalDate.parse(text), Optional.empty())
                    : moment(local(text));
        } catch (DateTimeException unreadable) {
            throw Unclear.malformed("El argumento " + name + " va como AAAA-MM-DD.");
        }
    }

    ZonedDateTime start(String name) {
        var text = required(name);
        if (text.matches("[Ss]\\d{1,3}")) {
            int position = Integer.parseInt(text.substring(1));
            if (position < 1 || position > offered.size()) {
                throw Unclear.malformed("La clave " + text
                        + " ya no vale: consulta otra vez con check_availability o escribe la hora como AAAA-MM-DDTHH:MM.");
            }
            return offered.get(position - 1);
        }
        try {
            return local(text).atZone(context.zone());
        } catch (DateTimeException unreadable) {
            throw Unclear.malformed("El argumento " + name + " va como AAAA-MM-DDTHH:MM.");
        }
    }

    private static Moment moment(LocalDateTime time) {
        return new Moment(time.toLocalDate(), Optional.of(time.toLocalTime()));
    }

    /** Models that were asked for local time still write an offset now and then. */
    private LocalDateTime local(String text) {
        var iso = text.replace(' ', 'T');
        return iso.matches(".*(?:Z|[+-]\\d{2}:\\d{2})$") && iso.length() > 16
                ? OffsetDateTime.parse(iso).atZoneSameInstant(context.zone()).toLocalDateTime()
                : LocalDateTime.parse(iso);
    }

    private mx.yume.assistant.language.Reading read(String said) {
        return READER.read(said, Lexicon.of(context.business(), context.turn().localNow()));
    }

    private static <T> T one(String said, String kind, List<T> all, Function<T, String> name, Function<T, String> id,
            Function<String, List<T>> read) {
        var wanted = OfferGuard.bare(said);
        var exact = all.stream().filter(it -> OfferGuard.bare(name.apply(it)).equals(wanted) || id.apply(it).equals(wanted))
                .toList();
        var matches = new ArrayList<>(
                exact.isEmpty() ? all.stream().filter(it -> OfferGuard.bare(name.apply(it)).contains(wanted))
                        .toList() : exact);
        if (matches.isEmpty()) {
            matches.addAll(read.apply(said));
        }
        if (matches.size() == 1) {
            return matches.getFirst();
        }
        var names = (matches.isEmpty() ? all : matches).stream().map(name).map(Briefing::line).toList();
        throw Unclear.ambiguous(matches.isEmpty()
                ? "Aquí no hay %s «%s». Hay: %s.".formatted(kind, Briefing.line(said), SpanishWriter.list(names))
                : "Pregúntale cuál: %s.".formatted(SpanishWriter.alternatives(names)));
    }
}
