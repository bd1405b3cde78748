package mx.yume.whatsapp.simulator;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import mx.yume.platform.PhoneNumber;
import mx.yume.platform.YumeConfig;

/** Who can be played, and who can be written to: the people and the numbers of the demo, and any customer one can think of. */
@ApplicationScoped
class Cast {

    private static final List<Contact> PEOPLE = List.of(
            new Contact("Sofía", "clienta", new PhoneNumber("+525520000001"), "coral"),
            new Contact("Diego", "cliente", new PhoneNumber("+525520000002"), "sky"),
            new Contact("Lupita", "dueña", new PhoneNumber("+525510000001"), "rose"),
            new Contact("Ana", "administradora", new PhoneNumber("+525510000002"), "violet"),
            new Contact("Beto", "empleado", new PhoneNumber("+525510000003"), "amber"),
            new Contact("Carla", "empleada, primer día", new PhoneNumber("+525510000004"), "teal"));
    private static final Contact SALON = new Contact("Salón Lupita", "el salón de la demo", new PhoneNumber("+525500000002"),
            "rose");

    private final Contact central;

    Cast(YumeConfig config) {
        central = new Contact("Yume", "el número central", config.centralNumber(), "night");
    }

    List<Contact> people() {
        return PEOPLE;
    }

    List<Contact> numbers() {
        return List.of(SALON, central);
    }

    Contact person(PhoneNumber phone) {
        return PEOPLE.stream().filter(contact -> contact.phone().equals(phone)).findFirst()
                .orElseGet(() -> new Contact("Cliente", "nuevo", phone, "green"));
    }

    Contact number(PhoneNumber phone) {
        return numbers().stream().filter(contact -> contact.phone().equals(phone)).findFirst()
                .orElseGet(() -> new Contact(phone.e164(), "otro número", phone, "green"));
    }

    Contact salon() {
        return SALON;
    }

    /** A number of Mexico City that nobody in the cast has. */
    Contact someoneNew() {
        return person(new PhoneNumber("+52559%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000))));
    }
}
