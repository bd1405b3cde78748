package mx.yume.assistant.staff.day.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.assistant.staff.StaffAsking;
import mx.yume.assistant.staff.Taps;
import mx.yume.conversation.OutboundContent.Option;
import mx.yume.customers.CustomerSearch;
import mx.yume.customers.Person;
import mx.yume.platform.PhoneNumber;

/** Finds the customers of the asker's business that somebody may mean. */
@ApplicationScoped
class Clientele {

    static final String CUSTOMER = "customer";

    private static final int MOST = 10;

    private final CustomerSearch customers;
    private final PeopleTexts texts;

    Clientele(CustomerSearch customers, PeopleTexts texts) {
        this.customers = customers;
        this.texts = texts;
    }

    /** @param chosen of those who were found by the name */
    Uni<List<Person>> find(StaffAsking asking, Optional<String> name, Optional<String> phone, Optional<UUID> chosen) {
        var found = phone.isPresent()
                ? customers.withPhone(asking.organization(), new PhoneNumber(phone.get()))
                        .map(person -> person.stream().toList())
                : name.map(words -> customers.named(asking.organization(), words, MOST))
                        .orElseGet(() -> Uni.createFrom().item(List.of()));
        return found.map(all -> all.stream().filter(person -> chosen.map(person.id().value()::equals).orElse(true)).toList());
    }

    List<Option> options(String tool, List<Person> people) {
        return people.stream().map(person -> new Option(Taps.id(tool, CUSTOMER, person.id()), name(person),
                person.phone().map(PhoneNumber::e164).orElse(""))).toList();
    }

    String name(Person person) {
        return person.name().orElseGet(texts::nameless);
    }
}
