package mx.yume.web.customers;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.quarkus.qute.TemplateData;
import mx.yume.conversation.Origin;
import mx.yume.conversation.chats.ChatList;
import mx.yume.customers.Consent;
import mx.yume.customers.Identity;
import mx.yume.customers.Profile;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.AppointmentStatus;
import mx.yume.scheduling.clientele.Clientele;
import mx.yume.scheduling.clientele.Customer;
import mx.yume.web.page.Answers;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Phones;

/** What the pages of customers show, in words. */
final class CustomerViews {

    private static final String NAMELESS = "Sin nombre";

    private CustomerViews() {}

    @TemplateData
    public record Row(String id, String name, String phone, String last, String next) {}

    /**
     * @param words that were looked for
     * @param before the address of the part before; empty for none, as {@code after}
     */
    @TemplateData
    public record Found(List<Row> rows, String words, String before, String after) {

        public Found {
            rows = List.copyOf(rows);
        }
    }

    @TemplateData
    public record Visit(String when, String what, String price, String mark, String status) {}

    @TemplateData
    public record Agreed(String what, String when) {}

    @TemplateData
    public record Talk(String path, String label) {}

    /**
     * @param told why nothing can be written to them now; empty when something can
     * @param once marks one message, so that a form sent twice sends it once
     * @param coming how many visits an erasure would cancel
     */
    @TemplateData
    public record Detail(String id, String name, String profileName, String phone, String call, String since, boolean erased,
            boolean optedOut, int version, int noteVersion, Filled form, List<Visit> upcoming, List<Visit> past,
            List<Agreed> consents, List<Talk> chats, String told, String once, String coming, boolean privacy) {

        public Detail {
            upcoming = List.copyOf(upcoming);
            past = List.copyOf(past);
            consents = List.copyOf(consents);
            chats = List.copyOf(chats);
        }

        public String path() {
            return CustomerList.PATH + "/" + id;
        }
    }

    static Found found(Clientele.Page page, String words, int number) {
        return new Found(page.customers().stream().map(CustomerViews::row).toList(), words,
                number > 1 ? address(words, number - 1) : "", page.more() ? address(words, number + 1) : "");
    }

    private static String address(String words, int number) {
        return "%s?buscar=%s&pagina=%d".formatted(CustomerList.PATH, Answers.query(words), number);
    }

    private static Row row(Customer customer) {
        return new Row(customer.id().toString(), customer.name().orElse(NAMELESS),
                customer.phone().map(Phones::shown).orElse("Sin teléfono"),
                customer.last().map(at -> "Última: " + SpanishDates.date(at.toLocalDate())).orElse(""),
                customer.next().map(at -> "Próxima: " + SpanishDates.dateTime(at)).orElse(""));
    }

    static String name(Profile profile) {
        return profile.name().orElse(NAMELESS);
    }

    static Filled filled(Profile profile) {
        return Filled.of(Map.of("nombre", profile.name().orElse(""), "nota", profile.note(), "texto", ""));
    }

    static boolean toCome(Appointment visit, Instant now) {
        return (visit.status() == AppointmentStatus.PENDING || visit.status() == AppointmentStatus.CONFIRMED)
                && visit.end().toInstant().isAfter(now);
    }

    static Visit visit(Appointment visit, Instant now) {
        return new Visit(SpanishDates.dateTime(visit.start()), visit.serviceName() + " con " + visit.staffName(),
                visit.price().toString(), visit.status().name().toLowerCase(Locale.ROOT), switch (visit.status()) {
                    case PENDING -> "Por confirmar";
                    case CONFIRMED -> toCome(visit, now) ? "Confirmada" : "Sin marcar";
                    case COMPLETED -> visit.aftermath().rating().isPresent()
                            ? "Atendida, %d de 5".formatted(visit.aftermath().rating().getAsInt())
                            : "Atendida";
                    case NO_SHOW -> "No llegó";
                    case CANCELLED -> "Cancelada";
                });
    }

    static Agreed agreed(Consent consent, ZoneId zone) {
        var what = switch (consent.what()) {
            case MESSAGES -> consent.given() ? "Acepta avisos" : "Pidió no recibir avisos";
            case SHARED_NAME -> consent.given() ? "Comparte su nombre con otros negocios" : "No comparte su nombre";
            case PRIVACY_NOTICE -> "Recibió el aviso de privacidad";
        };
        return new Agreed(what, SpanishDates.dateTime(consent.at().atZone(zone)));
    }

    static Talk talk(ChatList.Known known) {
        return new Talk("/tablero/conversaciones/" + known.id(),
                known.origin() == Origin.SIMULATOR ? "Ver chat del simulador" : "Ver chat");
    }

    static String call(Profile profile) {
        return profile.phone().map(phone -> phone.e164()).orElse("");
    }

    /** The phone as people read it, or that there is none. */
    static String phone(Profile profile) {
        return profile.phone().map(Phones::shown).orElseGet(() -> profile.identities().stream()
                .anyMatch(it -> it.kind().equals(Identity.USER_ID)) ? "WhatsApp no da su teléfono" : "Sin teléfono");
    }

    static Optional<String> profileName(Profile profile) {
        return profile.profileName().filter(name -> !profile.name().map(name::equals).orElse(false));
    }
}
