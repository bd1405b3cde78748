package mx.yume.notifications.privacy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import mx.yume.business.Business;
import mx.yume.conversation.chats.Chat;
import mx.yume.conversation.chats.ChatList;
import mx.yume.conversation.chats.Chats;
import mx.yume.customers.Consent;
import mx.yume.customers.Consents;
import mx.yume.customers.PersonId;
import mx.yume.customers.Profile;
import mx.yume.customers.Profiles;
import mx.yume.notifications.privacy.PersonFile.Agreed;
import mx.yume.notifications.privacy.PersonFile.Known;
import mx.yume.notifications.privacy.PersonFile.Said;
import mx.yume.notifications.privacy.PersonFile.Visit;
import mx.yume.notifications.privacy.PersonFile.Wait;
import mx.yume.notifications.privacy.PersonFile.Who;
import mx.yume.platform.Database;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.clientele.VisitWords;
import mx.yume.scheduling.clientele.VisitWords.Words;
import mx.yume.scheduling.waitlist.Waitlist;
import mx.yume.scheduling.waitlist.WaitlistEntry;

/** Puts together what a business knows of somebody. */
@ApplicationScoped
public class PersonFiles {

    private static final int MOST_VISITS = 10_000;
    /** Of one conversation, the latest. */
    private static final int MOST_MESSAGES = 20_000;

    private final Database database;
    private final Profiles profiles;
    private final Consents consents;
    private final Agenda agenda;
    private final VisitWords words;
    private final Waitlist waitlist;
    private final ChatList chatList;
    private final Chats chats;
    private final Clock clock;

    PersonFiles(Database database, Profiles profiles, Consents consents, Agenda agenda, VisitWords words, Waitlist waitlist,
            ChatList chatList, Chats chats, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.consents = consents;
        this.agenda = agenda;
        this.words = words;
        this.waitlist = waitlist;
        this.chatList = chatList;
        this.chats = chats;
        this.clock = clock;
    }

    /** Empty when the business knows no such person. */
    public Uni<Optional<PersonFile>> of(Business business, PersonId person) {
        return profiles.of(business.id(), person)
                .chain(found -> found.map(profile -> file(business, profile).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<PersonFile> file(Business business, Profile profile) {
        return Uni.combine().all().unis(consents.of(business.id(), profile.id()),
                agenda.history(business, profile.id(), MOST_VISITS), words.of(business.id(), profile.id(), MOST_VISITS),
                waitlist.of(business, profile.id()), messages(business, profile.id()))
                .with((agreed, visits, written, waiting,
                        said) -> new PersonFile(business.publicName(), clock.instant().toString(),
                                who(profile), agreed.stream().map(PersonFiles::agreed).toList(),
                                visits.stream().map(visit -> visit(visit, written.getOrDefault(visit.id(), Words.NONE)))
                                        .toList(),
                                waiting.stream().map(PersonFiles::wait).toList(),
                                said.stream().map(PersonFiles::said).toList(), said.size() < MOST_MESSAGES));
    }

    private Uni<List<Chat.Line>> messages(Business business, PersonId person) {
        return chatList.of(business.id(), person).chain(known -> Multi.createFrom().iterable(known)
                .onItem().transformToUniAndConcatenate(one -> database.inTenant(business.id(),
                        connection -> chats.lines(connection, business.id(), one.id(), MOST_MESSAGES)))
                .collect().in(ArrayList<Chat.Line>::new, List::addAll).map(lines -> lines));
    }

    private static Who who(Profile profile) {
        return new Who(profile.id().toString(), profile.name().orElse(""), profile.profileName().orElse(""),
                profile.identities().stream().map(it -> new Known(it.kind(), it.value())).toList(), profile.known().toString(),
                profile.optedOut(), profile.note());
    }

    private static Agreed agreed(Consent consent) {
        return new Agreed(switch (consent.what()) {
            case MESSAGES -> "mensajes";
            case SHARED_NAME -> "nombre compartido";
            case PRIVACY_NOTICE -> "aviso de privacidad";
        }, consent.given(), consent.at().toString());
    }

    private static Visit visit(Appointment visit, Words words) {
        return new Visit(visit.id().toString(), visit.customerName(), visit.serviceName(), visit.staffName(),
                visit.start().toInstant().toString(), visit.end().toInstant().toString(), visit.price().toString(),
                switch (visit.status()) {
                    case PENDING -> "pendiente";
                    case CONFIRMED -> "confirmada";
                    case COMPLETED -> "atendida";
                    case NO_SHOW -> "no llegó";
                    case CANCELLED -> "cancelada";
                }, visit.aftermath().rating().orElse(0), words.comment().orElse(""), words.cancelReason().orElse(""));
    }

    private static Wait wait(WaitlistEntry entry) {
        return new Wait(entry.from().toInstant().toString(), entry.to().toInstant().toString(), entry.customerName());
    }

    private static Said said(Chat.Line line) {
        return new Said(line.inbound() ? "cliente" : "negocio", line.kind().toLowerCase(Locale.ROOT), line.body(),
                line.at().toString(), line.status());
    }
}
