package mx.yume.web.customers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import mx.yume.business.Capability;
import mx.yume.conversation.chats.ChatList;
import mx.yume.conversation.outbox.Correspondents;
import mx.yume.customers.Consent;
import mx.yume.customers.Consents;
import mx.yume.customers.PersonId;
import mx.yume.customers.Profile;
import mx.yume.customers.Profiles;
import mx.yume.platform.SpanishDates;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Appointment;
import mx.yume.web.customers.CustomerViews.Detail;
import mx.yume.web.page.Filled;
import mx.yume.web.page.Here;

/** Brings together what a customer's page shows. */
@ApplicationScoped
class CustomerDetails {

    static final String CLOSED = "WhatsApp solo deja escribirle si escribió en las últimas 24 horas y no pidió que no le escriban.";
    private static final int MOST_VISITS = 60;

    private final Profiles profiles;
    private final Consents consents;
    private final Agenda agenda;
    private final ChatList chats;

    CustomerDetails(Profiles profiles, Consents consents, Agenda agenda, ChatList chats) {
        this.profiles = profiles;
        this.consents = consents;
        this.agenda = agenda;
        this.chats = chats;
    }

    /** @param typed what replaces what is known, and what is wrong with it */
    Uni<Optional<Detail>> of(Here here, PersonId person, Optional<Filled> typed, Instant now) {
        return profiles.of(here.organization(), person).chain(found -> found.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : Uni.combine().all().unis(consents.of(here.organization(), person),
                        agenda.history(here.business(), person, MOST_VISITS), chats.of(here.organization(), person))
                        .with((agreed, visits, talks) -> Optional
                                .of(detail(here, found.orElseThrow(), typed, agreed, visits, talks, now))));
    }

    private static Detail detail(Here here, Profile profile, Optional<Filled> typed, List<Consent> agreed,
            List<Appointment> visits, List<ChatList.Known> talks, Instant now) {
        var zone = here.location().zone();
        var upcoming = visits.reversed().stream().filter(visit -> CustomerViews.toCome(visit, now)).toList();
        var erased = profile.erased().isPresent();
        return new Detail(profile.id().toString(), CustomerViews.name(profile),
                CustomerViews.profileName(profile).orElse(""), CustomerViews.phone(profile), CustomerViews.call(profile),
                SpanishDates.date(profile.known().atZone(zone).toLocalDate()), erased, profile.optedOut(), profile.version(),
                profile.noteVersion(), merged(CustomerViews.filled(profile), typed),
                upcoming.stream().map(visit -> CustomerViews.visit(visit, now)).toList(),
                visits.stream().filter(visit -> !upcoming.contains(visit)).map(visit -> CustomerViews.visit(visit, now))
                        .toList(),
                agreed.stream().map(consent -> CustomerViews.agreed(consent, zone)).toList(),
                erased ? List.of() : talks.stream().map(CustomerViews::talk).toList(), closed(profile, talks, now),
                UUID.randomUUID().toString(), coming(upcoming.size()), here.may(Capability.HANDLE_PERSONAL_DATA));
    }

    private static Filled merged(Filled known, Optional<Filled> typed) {
        var values = new LinkedHashMap<>(known.values());
        typed.ifPresent(it -> values.putAll(it.values()));
        return new Filled(values, typed.map(Filled::errors).orElseGet(Map::of));
    }

    private static String closed(Profile profile, List<ChatList.Known> talks, Instant now) {
        var open = talks.stream().findFirst().flatMap(ChatList.Known::lastWrote)
                .filter(at -> at.plus(Correspondents.WINDOW).isAfter(now)).isPresent();
        return open && !profile.optedOut() ? "" : CLOSED;
    }

    private static String coming(int visits) {
        return switch (visits) {
            case 0 -> "";
            case 1 -> "Tiene una cita por venir: se cancela sin avisarle.";
            default -> "Tiene %d citas por venir: se cancelan sin avisarle.".formatted(visits);
        };
    }
}
