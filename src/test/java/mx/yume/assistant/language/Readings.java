package mx.yume.assistant.language;

import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

import mx.yume.business.Service;
import mx.yume.business.StaffMember;

/** A reading as one line, as the corpus writes it: only what was understood. */
final class Readings {
    static final List<String> DAYS = List.of("lun", "mar", "mie", "jue", "vie", "sab", "dom");

    private Readings() {}

    static String written(Reading reading, Lexicon lexicon) {
        StringJoiner line = new StringJoiner(" | ");
        reading.intent().ifPresent(intent -> line.add("intent=" + intent));
        reading.answer().ifPresent(answer -> line.add("answer=" + answer));
        if (!reading.services().isEmpty()) {
            line.add("services=" + reading.services().stream().map(mention -> names(mention, id -> service(lexicon, id)))
                    .collect(Collectors.joining("; ")));
        }
        reading.staff().ifPresent(staff -> line.add("staff=" + names(staff, id -> member(lexicon, id))));
        if (reading.anyStaff()) {
            line.add("anyone");
        }
        reading.day().ifPresent(day -> line
                .add("day=" + day.from() + (day.to().equals(day.from()) ? "" : ".." + day.to()) + (day.confirm() ? "!" : "")));
        reading.time().ifPresent(time -> line.add("time=" + time.from() + (time.exact() ? "" : ".." + time.to())));
        reading.choice().ifPresent(choice -> line.add("choice=" + choice));
        reading.name().ifPresent(name -> line.add("name=" + name));
        reading.bareName().ifPresent(name -> line.add("bare=" + name));
        if (reading.yesAndMore()) {
            line.add("yesAndMore");
        }
        if (reading.impossible()) {
            line.add("impossible");
        }
        if (!reading.excluded().isEmpty()) {
            line.add("except=" + reading.excluded().stream().sorted().map(day -> DAYS.get(day.getValue() - 1))
                    .collect(Collectors.joining(",")));
        }
        reading.stars().ifPresent(stars -> line.add("stars=" + stars));
        return line.length() == 0 ? "-" : line.toString();
    }

    private static <T> String names(Mention<T> mention, Function<T, String> name) {
        return mention.candidates().stream().map(name).collect(Collectors.joining("/"));
    }

    private static <T> String service(Lexicon lexicon, T id) {
        return only(lexicon.services().stream().filter(service -> service.id().equals(id)).map(Service::name).toList());
    }

    private static <T> String member(Lexicon lexicon, T id) {
        return only(lexicon.staff().stream().filter(member -> member.id().equals(id)).map(StaffMember::name).toList());
    }

    private static String only(List<String> names) {
        return names.getFirst();
    }
}
