package mx.yume.notifications.privacy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import mx.yume.business.Business;
import mx.yume.business.StaffId;
import mx.yume.conversation.chats.WordlessChats;
import mx.yume.customers.Forgetting;
import mx.yume.customers.PersonId;
import mx.yume.customers.Profile;
import mx.yume.customers.Profiles;
import mx.yume.notifications.privacy.ErasureOutcome.AlreadyErased;
import mx.yume.notifications.privacy.ErasureOutcome.Erased;
import mx.yume.notifications.privacy.ErasureOutcome.NotFound;
import mx.yume.notifications.privacy.ErasureOutcome.OfTheTeam;
import mx.yume.notifications.privacy.ErasureOutcome.StillBooked;
import mx.yume.platform.Database;
import mx.yume.scheduling.Actor;
import mx.yume.scheduling.Agenda;
import mx.yume.scheduling.Alongside;
import mx.yume.scheduling.Appointment;
import mx.yume.scheduling.clientele.NamelessVisits;
import mx.yume.scheduling.waitlist.AlongsideEntry;
import mx.yume.scheduling.waitlist.Waitlist;

/**
 * Erases what a business knows of somebody, and leaves its books right: who they are and what they said is gone, when they came and
 * what it cost stays. Visits to come are cancelled first, and nobody is told of that; places in line are given up. What stops half-way
 * is finished by the next try.
 */
@ApplicationScoped
public class Erasure {

    private static final String WHY = "Se borraron sus datos";

    private final Database database;
    private final Profiles profiles;
    private final Forgetting forgetting;
    private final Agenda agenda;
    private final Waitlist waitlist;
    private final NamelessVisits visits;
    private final WordlessChats chats;
    private final Clock clock;

    Erasure(Database database, Profiles profiles, Forgetting forgetting, Agenda agenda, Waitlist waitlist,
            NamelessVisits visits,
            WordlessChats chats, Clock clock) {
        this.database = database;
        this.profiles = profiles;
        this.forgetting = forgetting;
        this.agenda = agenda;
        this.waitlist = waitlist;
        this.visits = visits;
        this.chats = chats;
        this.clock = clock;
    }

    /** @param by who asks for it */
    public Uni<ErasureOutcome> erase(Business business, PersonId person, StaffId by) {
        return database.inTenant(business.id(), connection -> standing(connection, business, person))
                .chain(refused -> refused.map(outcome -> Uni.createFrom().item(outcome))
                        .orElseGet(() -> giveUp(business, person, by).chain(free -> free ? forget(business, person)
                                : Uni.createFrom().item(new StillBooked()))));
    }

    private Uni<Optional<ErasureOutcome>> standing(SqlConnection connection, Business business, PersonId person) {
        return profiles.of(connection, business.id(), person).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(Optional.of(new NotFound()));
            }
            if (found.flatMap(Profile::erased).isPresent()) {
                return Uni.createFrom().item(Optional.of(new AlreadyErased()));
            }
            return forgetting.ofTheTeam(connection, business.id(), person)
                    .map(team -> team ? Optional.of(new OfTheTeam()) : Optional.empty());
        });
    }

    /** @return whether nothing of theirs is to come any more */
    private Uni<Boolean> giveUp(Business business, PersonId person, StaffId by) {
        return toCome(business, person)
                .chain(all -> Multi.createFrom().iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(visit -> agenda.cancel(business, new Actor.Staff(by, true), visit.id(),
                                visit.version(), Optional.of(WHY), Alongside.nothing()))
                        .collect().asList())
                .chain(() -> waitlist.of(business, person))
                .chain(all -> Multi.createFrom().iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(
                                entry -> waitlist.leave(business, Optional.empty(), entry.id(), AlongsideEntry.nothing()))
                        .collect().asList())
                .chain(() -> toCome(business, person)).map(List::isEmpty);
    }

    private Uni<List<Appointment>> toCome(Business business, PersonId person) {
        return agenda.upcoming(business, person).map(all -> all.stream()
                .filter(visit -> visit.start().toInstant().isAfter(clock.instant())).toList());
    }

    private Uni<ErasureOutcome> forget(Business business, PersonId person) {
        return database.inTenant(business.id(), connection -> forgetting.forget(connection, business.id(), person)
                .chain(forgotten -> forgotten ? visits.of(connection, business.id(), person, Profile.ERASED)
                        .chain(theirs -> chats.of(connection, business.id(), person, theirs)).replaceWith(new Erased())
                        : Uni.createFrom().item(new AlreadyErased())));
    }
}
