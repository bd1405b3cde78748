package mx.yume.assistant.staff;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import mx.yume.assistant.language.Mention;
import mx.yume.assistant.language.SpanishReader;
import mx.yume.assistant.orders.Plain;
import mx.yume.business.Service;
import mx.yume.business.StaffMember;

/** What of a business a name means: without accents or capitals, in part, or as people say it. */
public final class Named {

    private static final SpanishReader READER = new SpanishReader();

    private Named() {}

    /** Those it can mean, in the owner's order; empty when there is none. */
    public static List<Service> services(StaffAsking asking, String said) {
        return named(said, asking.business().services(), Service::name, service -> service.id().value().toString())
                .orElseGet(() -> READER.read(said, asking.lexicon()).services().stream().map(Mention::candidates).findFirst()
                        .orElse(List.of()).stream().flatMap(id -> asking.business().service(id).stream()).toList());
    }

    /** Those it can mean, in the owner's order; empty when there is none. */
    public static List<StaffMember> staff(StaffAsking asking, String said) {
        return named(said, asking.business().staff(), StaffMember::name, member -> member.id().value().toString())
                .orElseGet(() -> READER.read(said, asking.lexicon()).staff().map(Mention::candidates).orElse(List.of()).stream()
                        .flatMap(id -> asking.business().staffMember(id).stream()).toList());
    }

    private static <T> Optional<List<T>> named(String said, List<T> all, Function<T, String> name, Function<T, String> id) {
        var wanted = Plain.of(said);
        var exact = all.stream().filter(it -> Plain.of(name.apply(it)).equals(wanted) || id.apply(it).equals(wanted)).toList();
        var found = exact.isEmpty() ? all.stream().filter(it -> Plain.of(name.apply(it)).contains(wanted)).toList() : exact;
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
